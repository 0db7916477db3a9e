import { queueName, queuePrefix } from '@night/shared/names'
import { OpenMode } from '@night/shared/night'
import { type Job, jobName, jobOptions } from '@night/shared/submission'
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'

/**
 * A queue for each mode, so that what is not live can never hold up what is. They have no connection of their own: one
 * that fell silent while nobody asked it anything would be noticed only when it is asked, long after the others. [LOG5 LOG14]
 */
export const openQueues = (
  nameOf: (mode: OpenMode) => string,
  { redis, log }: { readonly redis: Redis; readonly log: Logger },
) => {
  const of = (mode: OpenMode): Queue => {
    const queue = new Queue(nameOf(mode), { connection: redis, prefix: queuePrefix })
    queue.on('error', (fault) => log.warn({ mode, fault: fault.message }, 'queue is out of reach'))
    return queue
  }
  const queues = { live: of('live'), rehearsal: of('rehearsal'), replay: of('replay') }
  const close = async (): Promise<void> =>
    void (await Promise.all(Object.values(queues).map((queue) => queue.close())))
  return { queues, close }
}

export const createQueues = (redis: Redis, log: Logger) => {
  const { queues, close } = openQueues(queueName, { redis, log })
  return {
    queues,
    enqueue: (job: Job) => queues[job.mode].add(jobName, job, jobOptions(job)),
    /** Those of a replay, in their order and in one step. */
    enqueueAll: (jobs: readonly Job[]) =>
      queues.replay.addBulk(jobs.map((data) => ({ name: jobName, data, opts: jobOptions(data) }))),
    close,
  }
}
export type Queues = ReturnType<typeof createQueues>
