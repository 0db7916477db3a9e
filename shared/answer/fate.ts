import { z } from 'zod'
import { Consequence } from '../event.ts'
import { Instant } from '../instant.ts'
import { type Reason, reasonCodes } from '../reason.ts'
import { Ruling } from '../ruling.ts'
import { Submission } from '../submission.ts'

const SubmissionId = z.string().regex(/^d-[0-9a-f]{32}$/)

export const ReasonAnswer = z.strictObject({
  code: z.enum(reasonCodes),
  words: z.string(),
  suggestion: z.string().exactOptional(),
}) satisfies z.ZodType<Reason>

export const QueuedAnswer = z.strictObject({ id: SubmissionId, status: z.literal('queued') })

const held = {
  id: SubmissionId,
  status: z.literal('held'),
  reasons: z.array(ReasonAnswer).min(1),
}

/** What became of something that was received. */
export const FateAnswer = z.discriminatedUnion('status', [
  QueuedAnswer,
  z.strictObject({ id: SubmissionId, status: z.literal('published'), seq: z.int().min(1) }),
  z.strictObject(held),
  z.strictObject({ id: SubmissionId, status: z.literal('rejected'), ruling: Ruling }),
])

/** What waits for the desk, the latest first: as it came, why it waits, and whether it can be let through. */
export const HeldAnswer = z.strictObject({
  held: z.array(
    z.union(Submission.options.map((one) => one.extend({ ...held, releasable: z.boolean() }))),
  ),
})

export const RuledAnswer = z.strictObject({
  id: SubmissionId,
  status: z.enum(['released', 'rejected']),
})

/** Something that came in and did not go out, in words: when, from whom, about which seat, why. */
export const Refused = z.strictObject({
  at: Instant,
  from: z.string(),
  constituency: z.string().nullable(),
  code: z.string(),
  words: z.string(),
})
export type Refused = z.infer<typeof Refused>

export const RefusalsAnswer = z.strictObject({ refusals: z.array(Refused) })

/** How far the figures of a seat, or its winner before them, have gone. */
export const ReachAnswer = z.strictObject({
  /** The seq of the event that stands. */
  standing: z.int().min(1),
  /** 0 where it is a winner without figures, as it is taken back. */
  revision: z.int().min(0),
  consequences: z.array(Consequence),
  /** That follow the night at the server that was asked. */
  screens: z.int().min(0),
})

export const ArmedAnswer = z.strictObject({ armed: z.boolean(), missing: z.int().min(0).max(2) })
