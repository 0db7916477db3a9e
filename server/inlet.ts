import { queueName, queuePrefix } from '@night/shared/names'
import type { OpenMode } from '@night/shared/night'
import { type Inlet, type Job, jobOptions } from '@night/shared/submission'
import { type ConnectionOptions, Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { sha256 } from './sha256.ts'

type Parts = { readonly redis: Redis; readonly connection: ConnectionOptions; readonly log: Logger }

/** The way into the queues. A queue that is out of reach answers at once, so that the sender can be told. */
export const createInlet = ({
  redis,
  connection,
  log,
}: Parts): Inlet & { close: () => Promise<void> } => {
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
  return {
    redis,
    sha256,
    enqueue: (job: Job) => queues[job.mode].add('declaration', job, jobOptions(job)),
    close: async () =>
      void (await Promise.all(Object.values(queues).map((queue) => queue.close()))),
  }
}
