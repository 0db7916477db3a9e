import { queueName, queuePrefix } from '@night/shared/names'
import { OpenMode } from '@night/shared/night'
import { type Job, jobOptions } from '@night/shared/submission'
import { type ConnectionOptions, Queue } from 'bullmq'
import type { Logger } from 'pino'

/** A queue for each mode, so that a replay can never hold up a live night. [LOG5] */
export const createQueues = (connection: ConnectionOptions, log: Logger) => {
  const of = (mode: OpenMode): Queue => {
    const queue = new Queue(queueName(mode), { connection, prefix: queuePrefix })
    queue.on('error', (fault) => log.warn({ mode, fault: fault.message }, 'queue is out of reach'))
    return queue
  }
  const queues = { live: of('live'), rehearsal: of('rehearsal'), replay: of('replay') }

  return {
    queues,
    enqueue: (job: Job) => queues[job.mode].add('declaration', job, jobOptions(job)),
    close: async () =>
      void (await Promise.all(Object.values(queues).map((queue) => queue.close()))),
  }
}
export type Queues = ReturnType<typeof createQueues>
