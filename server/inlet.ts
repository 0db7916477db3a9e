import { queueName, queuePrefix } from '@night/shared/names'
import type { OpenMode } from '@night/shared/night'
import { type Inlet as DoorInlet, type Job, jobOptions } from '@night/shared/submission'
import { type ConnectionOptions, Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { sha256 } from './sha256.ts'

type Parts = { readonly redis: Redis; readonly connection: ConnectionOptions; readonly log: Logger }

export type Inlet = DoorInlet & {
  readonly requeue: (job: Job) => Promise<unknown>
  readonly close: () => Promise<void>
}

/**
 * The way into the queues. A queue that is out of reach answers at once, so that the sender can be told. `requeue`
 * puts a job there that was done once already: its id would be known.
 */
export const createInlet = ({ redis, connection, log }: Parts): Inlet => {
  const queueFor = (mode: OpenMode): Queue => {
    const queue = new Queue(queueName(mode), { connection, prefix: queuePrefix })
    queue.on('error', (fault) => log.warn({ mode, fault: fault.message }, 'queue is out of reach'))
    return queue
  }
  const queues = {
    live: queueFor('live'),
    rehearsal: queueFor('rehearsal'),
    replay: queueFor('replay'),
  }
  const enqueue = (job: Job) => queues[job.mode].add('declaration', job, jobOptions(job))
  return {
    redis,
    sha256,
    enqueue,
    requeue: async (job) => {
      // One that cannot be removed just now is still under way; the reconciler finds what was left.
      await queues[job.mode].remove(job.id).catch(() => 0)
      return enqueue(job)
    },
    close: async () =>
      void (await Promise.all(Object.values(queues).map((queue) => queue.close()))),
  }
}
