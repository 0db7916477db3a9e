import { z } from 'zod'

const votes = z.int().nonnegative()
const share = z.number().min(0).max(1)

/** Win only where nothing was there before. */
export const VerdictKind = z.enum(['gain', 'hold', 'win'])

const Against = z.strictObject({ kind: VerdictKind, from: z.string().nullable() })

/** Points are unrounded; `printed` is the same rounded once. */
export const Swing = z.strictObject({
  from: z.string(),
  to: z.string(),
  points: z.number(),
  printed: z.string(),
  /** One of the two did not stand last time: its share then counts as 0. */
  newParty: z.boolean(),
})
export type Swing = z.infer<typeof Swing>

/** Why no swing is given. */
export const NoSwing = z.strictObject({
  code: z.enum([
    'no-baseline',
    'speaker',
    'independent',
    'did-not-stand',
    'stood-aside',
    'one-party',
  ]),
  words: z.string(),
})
export type NoSwing = z.infer<typeof NoSwing>

export const CandidateResult = z.strictObject({
  id: z.string(),
  name: z.string(),
  party: z.string(),
  votes,
  share,
  /** Against the party's share in the baseline; null where it had none. */
  change: z.number().nullable(),
  elected: z.boolean(),
  deposit: z.enum(['saved', 'lost']),
})
export type CandidateResult = z.infer<typeof CandidateResult>

/** What we say of a declaration. Shares are ratios, candidates stand by votes. */
export const Result = z.strictObject({
  /** `notional`: measured against a result worked out for new boundaries. */
  verdict: Against.extend({ party: z.string(), against: z.string(), notional: z.boolean() }),
  /** `houseBefore` is a win where nobody is known to have held the seat, and says nothing there. */
  verdicts: z.strictObject({ generalElection: Against, houseBefore: Against }),
  majority: z.strictObject({ votes, share }),
  overturned: z.strictObject({ votes, share }).nullable(),
  swing: Swing.nullable(),
  /** Null where there is a swing. */
  noSwing: NoSwing.nullable(),
  /** `share` is of valid votes, as the Commons Library has it; `shareOfAll` with rejected papers, as returning officers do. */
  turnout: z.strictObject({
    valid: votes,
    rejected: votes.nullable(),
    electorate: votes,
    share,
    shareOfAll: share.nullable(),
  }),
  decidedByLot: z.boolean(),
  candidates: z.array(CandidateResult),
})
export type Result = z.infer<typeof Result>

/** A superlative and its proof. */
export const RecordLine = z.strictObject({
  id: z.string(),
  text: z.string(),
  rank: z.int(),
  /** What it is worth beside other lines, 0–100; the strap shows the weightiest. */
  weight: z.int(),
  asAt: z.iso.date(),
  scope: z.string(),
  proof: z.array(z.strictObject({ name: z.string(), date: z.iso.date(), value: z.number() })),
})
export type RecordLine = z.infer<typeof RecordLine>
