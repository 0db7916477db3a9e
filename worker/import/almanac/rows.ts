import { ConstituencyId } from '@night/shared/constituency'
import { z } from 'zod'
import { count, figure, name, optional } from '../cells.ts'

/** A row of the table of by-elections since 1945: parties and seats by the table's own names, changes in points. */
export const SinceRow = z
  .object({
    date: z.iso.date(),
    constituency: name,
    previous_ge: z.string(),
    type: z.enum(['gain', 'hold', 'win']),
    winner: name,
    previous_holder: optional(name),
    turnout: optional(figure),
    swing_from: optional(name),
    swing_to: optional(name),
    swing: optional(figure),
    con_lab_swing_to_lab: optional(figure),
    ge_winner: optional(name),
    ge_second: optional(name),
    majority_before: optional(count),
    majority_pct_after_est: optional(figure),
    gain_vs_ge: optional(z.enum(['yes', 'no'])),
    cause: optional(name),
    source: name,
    note: z.string(),
  })
  .transform((row) => ({
    date: row.date,
    listed: row.constituency,
    /** 1945, or "1974 (FEB)"; 0 where the table does not say. */
    electionYear: Number.parseInt(row.previous_ge || '0', 10),
    type: row.type,
    winner: row.winner,
    holder: row.previous_holder,
    turnout: row.turnout,
    swing: { from: row.swing_from, to: row.swing_to, points: row.swing },
    conToLab: row.con_lab_swing_to_lab,
    first: row.ge_winner,
    second: row.ge_second,
    majorityBefore: row.majority_before,
    /** Points by which it was won, worked out from changes in share: good to a tenth or two. */
    majorityAbout: row.majority_pct_after_est,
    isGain: row.gain_vs_ge === null ? null : row.gain_vs_ge === 'yes',
    cause: row.cause,
    source: row.source,
    note: row.note,
  }))
export type SinceRow = z.output<typeof SinceRow>

/** What the file of by-elections since 2010 says of a seat beside its figures. */
export const VerdictRow = z
  .object({
    ons_id: ConstituencyId,
    election_date: z.iso.date(),
    result: name,
    prev_majority_pct: figure,
  })
  .transform((row) => ({
    seat: row.ons_id,
    date: row.election_date,
    result: row.result,
    majorityBefore: row.prev_majority_pct,
  }))
export type VerdictRow = z.output<typeof VerdictRow>
