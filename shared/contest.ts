import { z } from 'zod'
import { Constituency } from './constituency.ts'
import { Instant } from './instant.ts'
import { Seen } from './seen.ts'

const count = z.int().nonnegative()

/** Someone nominated. `description` is what the ballot paper calls the party. */
export const Candidate = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: Seen.min(1),
  party: Seen.min(1),
  description: Seen,
})
export type Candidate = z.infer<typeof Candidate>

/** What a result is measured against: the last general election here, or its notional result on new boundaries. */
export const Baseline = z.strictObject({
  election: Seen,
  notional: z.boolean(),
  /** `name` is what the source calls a party that has no row in the table of parties. */
  votes: z
    .array(z.strictObject({ party: Seen, votes: count, name: Seen.min(1).optional() }))
    .min(1),
  valid: count.positive(),
  majority: count,
})
export type Baseline = z.infer<typeof Baseline>

/** All that is known of a seat before the polls close. Candidates stand in ballot order. */
export const Contest = z.strictObject({
  constituency: Constituency,
  electorate: count,
  candidates: z.array(Candidate).min(1),
  previous: Baseline.nullable(),
  /** The party that holds the seat in the House before the poll; "ind" after the whip was lost; null where nobody is known to: the seat is new, or its boundaries are. */
  holder: Seen.nullable(),
  /** The general or by-election since which that party has held it (at least since then, where it is 14 December 1918); where the whip was lost, the party that won it. */
  heldSince: z.iso.date().nullable(),
  cause: Seen.optional(),
  /** The seat that most of this one was before its boundaries or name changed; `share` of today's area, 0–1. */
  predecessor: z.strictObject({ name: Seen, until: Seen, share: z.number() }).optional(),
  expectedAt: Instant.optional(),
  /** Why to watch it, in the newsroom's own words: "The leader of the opposition stands here". */
  keySeat: Seen.max(200).optional(),
})
export type Contest = z.infer<typeof Contest>
