import { nightsKey, queueName, queuePrefix } from '@night/shared/names'
import { OpenMode, OpenNight } from '@night/shared/night'
import type { Table } from '@night/shared/records/facts'
import { forgetRun } from '@night/shared/replay'
import { Job } from '@night/shared/submission'
import { inSeconds } from '@night/shared/spread'
import type { Clock, Stopwatch } from '@night/shared/time'
import { type ConnectionOptions, type Job as QueuedJob, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { type Behind, decide, type Decided } from './decide.ts'
import type { Nights } from './nights.ts'
import type { Queues } from './queues.ts'
import type { Telling } from './telling.ts'

type Parts = {
  readonly redis: Redis
  readonly connection: ConnectionOptions
  readonly queues: Queues
  readonly nights: Nights
  readonly clock: Clock
  readonly stopwatch: Stopwatch
  readonly table: Table
  readonly telling: Pick<Telling, 'took'>
  readonly log: Logger
}

/**
 * Decides what enters the queues, in their order, one at a time over all workers: spares take over, they do not race.
 * What waits behind one may be decided with it, and then only ends when its turn comes. A worker that died is noticed
 * within seconds. [LOG5]
 */
export const createDeclarations = async (parts: Parts) => {
  const workers = await Promise.all(OpenMode.options.map((mode) => startWorker(parts, mode)))
  return { close: async () => void (await Promise.all(workers.map((worker) => worker.close()))) }
}

const startWorker = async (parts: Parts, mode: OpenMode): Promise<Worker> => {
  const { connection, log } = parts
  await parts.queues.queues[mode].setGlobalConcurrency(1)
  const options = { connection, prefix: queuePrefix, ...patience }
  const decidedBefore = new Map<string, Decided>()
  const worker = new Worker(queueName(mode), (job) => work(parts, decidedBefore, job), options)
  worker.on('error', (fault) =>
    log.warn({ mode, fault: fault.message }, 'worker is out of reach of Redis'),
  )
  worker.on('failed', (job, fault) =>
    log.error({ mode, night: nightOf(job), id: job?.id, fault: fault.message }, 'job failed'),
  )
  worker.on('stalled', (id) =>
    log.warn({ mode, id }, 'job stalled: nobody held it any more, it is decided again'),
  )
  await worker.waitUntilReady()
  return worker
}

/** Which night a job is of, for the log; nothing of one that cannot be read. */
const nightOf = (job: QueuedJob | undefined): string | undefined =>
  Job.safeParse(job?.data).data?.night

const work = async (
  parts: Parts,
  decidedBefore: Map<string, Decided>,
  { data, timestamp }: QueuedJob,
): Promise<void> => {
  // The queue dates a job on the machine that made it, to the millisecond.
  const waited = Math.max(0, parts.clock.now() - timestamp)
  const job = Job.parse(data)
  const known = decidedBefore.get(job.id)
  decidedBefore.delete(job.id)
  const decided =
    known ??
    (await gone(parts.redis, job)) ??
    (await decideUnlessGone(parts, job, await behind(parts, decidedBefore, { job, waited })))
  parts.log.info({ night: job.night, id: job.id, ...decided }, `declaration ${decided.outcome}`)
  if (decided.outcome === 'published')
    parts.telling.took({ queue: inSeconds(waited), ...decided.took })
}

/** A replay may be removed or wound back while its declarations are on their way: nobody waits for them. [RPL5] */
const gone = async (redis: Redis, { mode, night, run }: Job): Promise<Decided | null> => {
  if (mode !== 'replay') return null
  const text = await redis.hget(nightsKey, night)
  if (text !== null && OpenNight.parse(JSON.parse(text)).run === run) return null
  await forgetRun(redis, night, run)
  return { outcome: 'gone' }
}

/** What cannot be decided since its replay was removed at that very moment is no fault. [RPL5] */
const decideUnlessGone = async (parts: Parts, job: Job, waiting: Behind): Promise<Decided> => {
  try {
    return await decide(parts, job, waiting)
  } catch (fault) {
    const decided = await gone(parts.redis, job)
    if (decided) return decided
    throw fault
  }
}

/** Milliseconds. Whatever had to wait longer may have others behind it; one alone is not to wait for the question. */
const soon = 10
/** So many at most are decided together: what is asked for and written at once stays small. */
const mostTogether = 32

/** What waits behind a job in its queue, and is remembered until its turn comes. */
const behind = async (
  { queues }: Parts,
  decidedBefore: Map<string, Decided>,
  { job, waited }: { readonly job: Job; readonly waited: number },
): Promise<Behind> => ({
  ids:
    waited < soon
      ? []
      : await queues.queues[job.mode].getRanges(['wait'], 0, mostTogether - 2, true),
  tell: (id, decided) => {
    const [oldest] = decidedBefore.keys()
    // Another worker may take their turn.
    if (oldest !== undefined && decidedBefore.size >= mostTogether) decidedBefore.delete(oldest)
    decidedBefore.set(id, decided)
  },
})

/** A job outlives any number of workers: it fails only when deciding it throws. */
const patience = {
  concurrency: 1,
  lockDuration: 5000,
  stalledInterval: 2000,
  maxStalledCount: 1000,
  drainDelay: 5,
} as const
