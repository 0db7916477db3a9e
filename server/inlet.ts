import type { AlertJob } from '@night/shared/alert/message'
import { alertJobOptions } from '@night/shared/alert/outbox'
import { alertQueueName, queueName } from '@night/shared/names'
import type { OpenMode } from '@night/shared/night'
import { type Inlet as DoorInlet, type Job, jobName, jobOptions } from '@night/shared/submission'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { ServerConfig } from './config.ts'
import { type ByMode, openQueues } from './open-queues.ts'
import { createReplicas } from './replicas.ts'
import { sha256 } from './sha256.ts'

type Parts = {
  /** On one connection, what is written down is there before its job is. */
  readonly redis: Redis
  readonly config: Pick<ServerConfig, 'redis' | 'replicas'>
  readonly log: Logger
}

export type Inlet = DoorInlet & {
  readonly queues: { readonly declarations: ByMode; readonly alerts: ByMode }
  readonly requeue: (job: Job) => Promise<unknown>
  readonly enqueueAlerts: (jobs: readonly AlertJob[]) => Promise<unknown>
  readonly close: () => Promise<void>
}

/**
 * The way into the queues. A queue that is out of reach answers at once, so that the sender can be told. `requeue`
 * puts a job there that was done once already: its id would be known.
 */
export const createInlet = async ({ redis, config, log }: Parts): Promise<Inlet> => {
  const replicas = createReplicas({ redis, least: config.replicas, log })
  const open = (nameOf: (mode: OpenMode) => string) =>
    openQueues(nameOf, { connection: redis, log })
  const [queues, alertQueues] = [await open(queueName), await open(alertQueueName)]
  const enqueue = (job: Job) => queues[job.mode].add(jobName, job, jobOptions(job))
  return {
    redis,
    sha256,
    queues: { declarations: queues, alerts: alertQueues },
    enqueue,
    replicated: replicas.haveIt,
    requeue: async (job) => {
      // One that cannot be removed just now is still under way; the reconciler finds what was left.
      await queues[job.mode].remove(job.id).catch(() => 0)
      return enqueue(job)
    },
    enqueueAlerts: (jobs) =>
      Promise.all(jobs.map((job) => alertQueues[job.mode].add('alert', job, alertJobOptions(job)))),
    close: async () => {
      const all = [...Object.values(queues), ...Object.values(alertQueues)]
      await Promise.all(all.map((queue) => queue.close()))
      replicas.close()
    },
  }
}
