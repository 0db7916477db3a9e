import { Candidate } from '@night/shared/contest'
import { Constituency } from '@night/shared/constituency'
import { z } from 'zod'
import type { SeatRow } from '../columns.ts'
import type { Draft } from '../draft.ts'
import type { VerdictRow } from './rows.ts'

const count = z.int().nonnegative()

/** A by-election since 2010 in full: a line of the almanac's second file. Candidates stand in ballot order. */
export const Contested = z.strictObject({
  date: z.iso.date(),
  constituency: Constituency,
  electorate: count,
  candidates: z.array(Candidate.extend({ votes: count })).min(1),
  valid: count,
  rejected: count.nullable(),
  cause: z.string().nullable(),
  /** The verdict in the source's own words: "Lab gain from Con". */
  result: z.string(),
})
export type Contested = z.infer<typeof Contested>

/** One of them, of a seat that was drafted as for a night. `row` is its own in the file of results. */
export const contestedOf = (
  { contest, figures }: Draft,
  row: SeatRow & { readonly date: string },
  { result }: VerdictRow,
): Contested => {
  const votesById = new Map(figures.votes.map(({ candidate, votes }) => [candidate, votes]))
  return {
    date: row.date,
    constituency: contest.constituency,
    electorate: contest.electorate,
    candidates: contest.candidates.map((one) => ({ ...one, votes: votesById.get(one.id) ?? 0 })),
    valid: figures.valid,
    rejected: figures.rejected,
    cause: row.cause,
    result,
  }
}
