import { z } from 'zod'

const points = z.number()
const votes = z.int().nonnegative()

/**
 * One by-election of the almanac, as records are counted over it. Shares and swings are percentage points, unrounded
 * as far as the source goes. What the source does not have is null, never 0.
 */
export const ByElection = z.strictObject({
  date: z.iso.date(),
  name: z.string().min(1),
  /** ONS code, since 2010. */
  id: z.string().nullable(),
  winner: z.string(),
  /** Who held it in the House before the poll. */
  holder: z.string().nullable(),
  /** First and second at the general election before. */
  first: z.string().nullable(),
  second: z.string().nullable(),
  /** Against the general election before: null where that is not known. */
  verdict: z.enum(['gain', 'hold', 'win']).nullable(),
  swing: z.strictObject({ from: z.string(), to: z.string(), points }).nullable(),
  /** The majority at the general election before. */
  overturned: z.strictObject({
    votes: votes.nullable(),
    points: points.nullable(),
    /** `exact` from votes; `at-most` where only the lead over today's winner is known, which is no smaller. */
    certainty: z.enum(['exact', 'at-most', 'unknown']),
  }),
  majority: z.strictObject({ votes: votes.nullable(), points: points.nullable() }),
  turnout: points.nullable(),
  cause: z.string().nullable(),
  /** Why it is left out of swings: no party to compare with, an uncontested seat, parties that stood aside. */
  apart: z.string().nullable(),
  source: z.string(),
})
export type ByElection = z.infer<typeof ByElection>

/** Governing party and official opposition, by day. */
export const Government = z.strictObject({
  from: z.iso.date(),
  government: z.string(),
  opposition: z.string(),
})
export type Government = z.infer<typeof Government>

export type Almanac = {
  readonly byElections: readonly ByElection[]
  readonly governments: readonly Government[]
}

/** Who governed and who opposed on a day; null before the table begins. */
export const governmentOn = (governments: readonly Government[], date: string): Government | null =>
  governments.findLast(({ from }) => from <= date) ?? null

/** The files of the almanac's folder, one record a line. */
export const byElectionsFile = 'by-elections-since-1945.ndjson'
export const contestsFile = 'by-elections-2010-2026.ndjson'
export const governmentsFile = 'governments.ndjson'

export const parseByElections = (text: string): ByElection[] =>
  lines(text).map((line) => ByElection.parse(JSON.parse(line)))

export const parseGovernments = (text: string): Government[] =>
  lines(text).map((line) => Government.parse(JSON.parse(line)))

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '')
