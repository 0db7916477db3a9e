import { queueName, queuePrefix } from '@night/shared/names'
import { OpenMode } from '@night/shared/night'
import type { Table } from '@night/shared/records/facts'
import { Job } from '@night/shared/submission'
import type { Clock } from '@night/shared/time'
import { type ConnectionOptions, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { decide } from './decide.ts'
import type { Nights } from './nights.ts'
import type { Queues } from './queues.ts'

type Parts = {
  readonly redis: Redis
  readonly connection: ConnectionOptions
  readonly queues: Queues
  readonly nights: Nights
  readonly clock: Clock
  readonly table: Table
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
  const worker = new Worker(queueName(mode), ({ data }) => work(parts, data), options)
  worker.on('error', (fault) =>
    log.warn({ mode, fault: fault.message }, 'worker is out of reach of Redis'),
  )
  worker.on('failed', (job, fault) =>
    log.error({ mode, id: job?.id, fault: fault.message }, 'job failed'),
  )
  worker.on('stalled', (id) =>
    log.warn({ mode, id }, 'job stalled: nobody held it any more, it is decided again'),
  )
  await worker.waitUntilReady()
  return worker
}

const work = async (parts: Parts, data: unknown): Promise<void> => {
  const job = Job.parse(data)
  const decided = await decide(parts, job)
  parts.log.info({ night: job.night, id: job.id, ...decided }, `declaration ${decided.outcome}`)
}

/** A job outlives any number of workers: it fails only when deciding it throws. */
const patience = {
  concurrency: 1,
  lockDuration: 5000,
  stalledInterval: 2000,
  maxStalledCount: 1000,
  drainDelay: 5,
} as const
