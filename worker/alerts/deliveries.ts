import { AlertJob } from '@night/shared/alert/message'
import { memberToJob } from '@night/shared/alert/outbox'
import { alertKeys, alertQueueName, nightsKey, queuePrefix } from '@night/shared/names'
import { OpenMode, OpenNight } from '@night/shared/night'
import type { Clock } from '@night/shared/time'
import { type ConnectionOptions, DelayedError, type Job, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { createBeat } from '../beat.ts'
import { deliver } from './deliver.ts'
import type { AlertQueues } from './queues.ts'
import type { Senders } from './senders.ts'

type Parts = {
  readonly redis: Redis
  readonly connection: ConnectionOptions
  readonly queues: AlertQueues
  readonly clock: Clock
  readonly random: () => number
  /** Who sends is settled when the process starts: what is not live has nobody that could call out. [ALR15] */
  readonly senders: Readonly<Record<OpenMode, Senders>>
  readonly log: Logger
}

/** Takes rows out of the outbox and sends them, many at once. */
export const createDeliveries = async (parts: Parts) => {
  const workers = await Promise.all(OpenMode.options.map((mode) => startWorker(parts, mode)))
  const beat = createBeat(
    5009,
    () => queueAgain(parts),
    (fault) => parts.log.warn({ fault: String(fault) }, 'could not look for alerts that wait'),
  )
  return {
    close: async () => {
      await beat.close()
      await Promise.all(workers.map((worker) => worker.close()))
    },
  }
}

const startWorker = async (parts: Parts, mode: OpenMode): Promise<Worker> => {
  const { connection, log } = parts
  const options = { connection, prefix: queuePrefix, ...patience }
  const work = (job: Job, token?: string) => workOn(parts, job, token)
  const worker = new Worker(alertQueueName(mode), work, options)
  worker.on('error', (fault) =>
    log.warn({ mode, fault: fault.message }, 'alerts are out of reach of Redis'),
  )
  worker.on('failed', (job, fault) =>
    log.error({ mode, id: job?.id, fault: fault.message }, 'an alert’s job failed'),
  )
  await worker.waitUntilReady()
  return worker
}

const patience = {
  concurrency: 64,
  lockDuration: 5000,
  stalledInterval: 2000,
  maxStalledCount: 1000,
  drainDelay: 5,
} as const

const workOn = async (parts: Parts, job: Job, token: string | undefined): Promise<void> => {
  const alert = AlertJob.parse(job.data)
  const delivered = await deliver(parts, parts.senders[alert.mode], alert)
  if (delivered) {
    const { night, subscription, alert: id } = alert
    parts.log.info({ night, subscription, alert: id, state: delivered.state }, 'alert')
  }
  if (!delivered || delivered.again === null) return
  await job.moveToDelayed(parts.clock.now() + delivered.again, token)
  throw new DelayedError()
}

/** Queues all that waits. What is queued already stays as it is, so this is for what was written down and never queued. */
const queueAgain = async ({ redis, queues }: Parts): Promise<void> => {
  for (const text of await redis.hvals(nightsKey)) {
    const { mode, id: night } = OpenNight.parse(JSON.parse(text))
    const members = await redis.zrange(alertKeys(mode, night).due, '0', '-1')
    await queues.enqueue(members.map((member) => memberToJob({ mode, night }, member)))
  }
}
