import { queueName, queuePrefix } from '@night/shared/names'
import { OpenMode } from '@night/shared/night'
import type { Table } from '@night/shared/records/facts'
import { Job } from '@night/shared/submission'
import { inSeconds } from '@night/shared/spread'
import type { Clock, Stopwatch } from '@night/shared/time'
import { type ConnectionOptions, type Job as QueuedJob, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { decide } from './decide.ts'
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
 * Decides what enters the queues, one at a time over all workers: spares take over, they do not race. A worker that
 * died is noticed within seconds. [LOG5]
 */
export const createDeclarations = async (parts: Parts) => {
  const workers = await Promise.all(OpenMode.options.map((mode) => startWorker(parts, mode)))
  return { close: async () => void (await Promise.all(workers.map((worker) => worker.close()))) }
}

const startWorker = async (parts: Parts, mode: OpenMode): Promise<Worker> => {
  const { connection, log } = parts
  await parts.queues.queues[mode].setGlobalConcurrency(1)
  const options = { connection, prefix: queuePrefix, ...patience }
  const worker = new Worker(queueName(mode), (job) => work(parts, job), options)
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

const work = async (parts: Parts, { data, timestamp }: QueuedJob): Promise<void> => {
  // The queue dates a job on the machine that made it, to the millisecond.
  const queue = inSeconds(Math.max(0, parts.clock.now() - timestamp))
  const job = Job.parse(data)
  const decided = await decide(parts, job)
  parts.log.info({ night: job.night, id: job.id, ...decided }, `declaration ${decided.outcome}`)
  if (decided.outcome === 'published') parts.telling.took({ queue, ...decided.took })
}

/** A job outlives any number of workers: it fails only when deciding it throws. */
const patience = {
  concurrency: 1,
  lockDuration: 5000,
  stalledInterval: 2000,
  maxStalledCount: 1000,
  drainDelay: 5,
} as const
