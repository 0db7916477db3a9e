import { z } from 'zod'
import { canonical, type Sha256 } from './chain.ts'
import { Declaration } from './declaration.ts'
import { Instant } from './instant.ts'
import { type NightKeys, nightKeys } from './names.ts'
import { NightId, type OpenNight, OpenMode } from './night.ts'

/** What enters the queue. `publishedAt` is set where a recording already knows it. */
export const Submission = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('opening'),
    at: Instant,
    run: z.int(),
    publishedAt: Instant.optional(),
  }),
  z.strictObject({ kind: z.literal('closing'), at: Instant, publishedAt: Instant.optional() }),
  z.strictObject({
    kind: z.literal('declaration'),
    declaration: Declaration,
    by: z.string(),
    publishedAt: Instant.optional(),
  }),
])
export type Submission = z.infer<typeof Submission>

/** A job says where the submission lies; it never carries a token. */
export const Job = z.strictObject({ night: NightId, mode: OpenMode, run: z.int(), id: z.string() })
export type Job = z.infer<typeof Job>

/**
 * The id of a submission: night, run, and content, whoever sent it. Sending the same twice is sending it once.
 * [LOG1]
 */
export const submissionId = (night: OpenNight, submission: Submission, sha256: Sha256): string => {
  const content =
    submission.kind === 'declaration'
      ? { ...submission.declaration, votes: submission.declaration.votes.toSorted(byCandidate) }
      : submission
  return `d-${sha256(canonical([night.id, night.mode, night.run, content])).slice(0, 32)}`
}

const byCandidate = (a: { candidate: string }, b: { candidate: string }): number =>
  a.candidate < b.candidate ? -1 : 1

/** KEYS accepted, pending · ARGV id, submission · 1 while it waits for the worker, 0 once it is decided. */
const acceptScript = `
if redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 1 then redis.call('SADD', KEYS[2], ARGV[1]) end
return redis.call('SISMEMBER', KEYS[2], ARGV[1])`

/** The two things that accepting needs, so that door and conductor accept alike. */
export type Inlet = {
  readonly redis: { eval: (script: string, keys: number, ...rest: string[]) => Promise<unknown> }
  readonly enqueue: (job: Job) => Promise<unknown>
  readonly sha256: Sha256
}

/**
 * Writes a submission down, then queues it. When it resolves, Redis has both. A second time changes nothing, but
 * queues what was written down and never queued, as the worker's reconciler does. [LOG1 LOG2]
 */
export const accept = async (
  inlet: Inlet,
  night: OpenNight,
  submission: Submission,
): Promise<string> => {
  const { accepted, pending }: NightKeys = nightKeys(night.mode, night.id, night.run)
  const id = submissionId(night, submission, inlet.sha256)
  const waits = await inlet.redis.eval(
    acceptScript,
    2,
    accepted,
    pending,
    id,
    JSON.stringify(submission),
  )
  if (waits === 1) await inlet.enqueue({ night: night.id, mode: night.mode, run: night.run, id })
  return id
}

/** How a job is queued: its id is the submission's; failed ones are kept until the reconciler has seen to them. */
export const jobOptions = (job: Job) => ({
  jobId: job.id,
  attempts: 5,
  backoff: { type: 'exponential', delay: 200 },
  removeOnComplete: { count: 2000 },
  removeOnFail: false,
})
