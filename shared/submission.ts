import { z } from 'zod'
import { canonical, type Sha256 } from './chain.ts'
import { Declaration } from './declaration.ts'
import { FlashCall, NoteCall, StatusCall, Withdrawal } from './desk.ts'
import { Instant } from './instant.ts'
import { nightKeys } from './names.ts'
import { NightId, type OpenNight, OpenMode } from './night.ts'
import type { Scripting } from './redis.ts'
import { Release } from './ruling.ts'

const sent = { at: Instant, by: z.string(), publishedAt: Instant.optional() }

/** Who at the desk let it through although something spoke against it. */
const released = Release.optional()

/** What tells a winner, or a withdrawal, from the same words before: a seq, as `inTurn` has it. */
const after = z.int().min(1).optional()

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
    released,
  }),
  z.strictObject({ kind: z.literal('flash'), flash: FlashCall, ...sent, released, after }),
  z.strictObject({ kind: z.literal('withdrawal'), withdrawal: Withdrawal, ...sent, after }),
  z.strictObject({ kind: z.literal('status'), status: StatusCall, ...sent }),
  z.strictObject({ kind: z.literal('note'), note: NoteCall, ...sent }),
])
export type Submission = z.infer<typeof Submission>

/** A job says where the submission lies; it never carries a token. */
export const Job = z.strictObject({ night: NightId, mode: OpenMode, run: z.int(), id: z.string() })
export type Job = z.infer<typeof Job>

/**
 * The id of a submission: night, run, and content, whoever sent it and when. Sending the same twice is sending it once;
 * only how a count goes may come back to what it was, so there the time counts, and a winner, who counts once between two
 * withdrawals; and a withdrawal that came too soon is another than the same after the figures. [LOG1 FLA3 COR2]
 */
export const submissionId = (night: OpenNight, submission: Submission, sha256: Sha256): string =>
  `d-${sha256(canonical([night.id, night.mode, night.run, contentOf(submission)])).slice(0, 32)}`

const contentOf = (submission: Submission): unknown => {
  switch (submission.kind) {
    case 'declaration': {
      const { declaration } = submission
      return { ...declaration, votes: declaration.votes.toSorted(byCandidate) }
    }
    case 'flash':
      return { ...submission.flash, after: submission.after }
    case 'withdrawal':
      return { ...submission.withdrawal, after: submission.after }
    case 'note':
      return submission.note
    case 'closing':
      return { kind: submission.kind }
    case 'status':
    case 'opening':
      return submission
  }
}

const byCandidate = (a: { candidate: string }, b: { candidate: string }): number =>
  a.candidate < b.candidate ? -1 : 1

/**
 * KEYS accepted, pending, placed, held, rejected · ARGV id, submission · 1 while it waits for the worker, 0 once it is
 * decided. What is accepted and stands nowhere waits, whatever happened to it.
 */
const acceptScript = `
redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2])
for place = 3, 5 do
  if redis.call('HEXISTS', KEYS[place], ARGV[1]) == 1 then return 0 end
end
redis.call('SADD', KEYS[2], ARGV[1])
return 1`

type Notes = {
  readonly redis: Scripting
  readonly sha256: Sha256
}

/** What accepting one needs: Redis and the queue on one connection, which does what it is asked in that order. */
export type Inlet = Notes & {
  readonly enqueue: (job: Job) => Promise<unknown>
  /** Resolves once as many replicas have it as the house asks for; a door alone asks, since there somebody waits. */
  readonly replicated?: () => Promise<void>
}

/**
 * Writes a submission down and queues it behind that. When it resolves, Redis has both. A second time changes nothing:
 * a job of what is decided ends as soon as its turn comes. [LOG1 LOG2]
 */
export const accept = async (
  inlet: Inlet,
  night: OpenNight,
  submission: Submission,
): Promise<string> => {
  const job = jobOf(night, submission, inlet.sha256)
  await Promise.all([writeDown(inlet, job, submission), inlet.enqueue(job)])
  await inlet.replicated?.()
  return job.id
}

/** The same for several, which enter the queue in their order once all are written down; not what is decided. */
export const acceptAll = async (
  inlet: Notes & { readonly enqueueAll: (jobs: readonly Job[]) => Promise<unknown> },
  night: OpenNight,
  submissions: readonly Submission[],
): Promise<void> => {
  const written = await Promise.all(
    submissions.map(async (one) => {
      const job = jobOf(night, one, inlet.sha256)
      return (await writeDown(inlet, job, one)) ? [job] : []
    }),
  )
  await inlet.enqueueAll(written.flat())
}

const jobOf = (night: OpenNight, submission: Submission, sha256: Sha256): Job => ({
  night: night.id,
  mode: night.mode,
  run: night.run,
  id: submissionId(night, submission, sha256),
})

/** Whether it waits for the worker. */
const writeDown = async (
  { redis }: Notes,
  { mode, night, run, id }: Job,
  submission: Submission,
): Promise<boolean> => {
  const { accepted, pending, placed, held, rejected } = nightKeys(mode, night, run)
  const names = [accepted, pending, placed, held, rejected]
  const text = JSON.stringify(submission)
  return (await redis.eval(acceptScript, names.length, ...names, id, text)) === 1
}

/** What a job of these queues is called. */
export const jobName = 'declaration'

/** How a job is queued: its id is the submission's; failed ones are kept until the reconciler has seen to them. */
export const jobOptions = (job: Job) => ({
  jobId: job.id,
  attempts: 5,
  backoff: { type: 'exponential', delay: 200 },
  removeOnComplete: { count: 2000 },
  removeOnFail: false,
})
