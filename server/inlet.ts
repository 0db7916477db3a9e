import type { AlertJob } from '@night/shared/alert/message'
import { alertJobOptions } from '@night/shared/alert/outbox'
import { alertQueueName, queueName, queuePrefix } from '@night/shared/names'
import type { OpenMode } from '@night/shared/night'
import { type Inlet as DoorInlet, type Job, jobOptions } from '@night/shared/submission'
import { type ConnectionOptions, Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { sha256 } from './sha256.ts'

type Parts = { readonly redis: Redis; readonly connection: ConnectionOptions; readonly log: Logger }

type ByMode = Readonly<Record<OpenMode, Queue>>

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
export const createInlet = ({ redis, connection, log }: Parts): Inlet => {
  const queueOf = (name: string): Queue => {
    const queue = new Queue(name, { connection, prefix: queuePrefix })
    queue.on('error', (fault) => log.warn({ name, fault: fault.message }, 'queue is out of reach'))
    return queue
  }
  const queuesFor = (nameOf: (mode: OpenMode) => string): ByMode => ({
    live: queueOf(nameOf('live')),
    rehearsal: queueOf(nameOf('rehearsal')),
    replay: queueOf(nameOf('replay')),
  })
  const queues = queuesFor(queueName)
  const alertQueues = queuesFor(alertQueueName)
  const enqueue = (job: Job) => queues[job.mode].add('declaration', job, jobOptions(job))
  return {
    redis,
    sha256,
    queues: { declarations: queues, alerts: alertQueues },
    enqueue,
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
    },
  }
}
