import { type AlertJob } from '@night/shared/alert/message'
import { alertJobOptions } from '@night/shared/alert/outbox'
import { alertQueueName, queuePrefix } from '@night/shared/names'
import { OpenMode } from '@night/shared/night'
import { type ConnectionOptions, Queue } from 'bullmq'
import type { Logger } from 'pino'

/** A queue of alerts for each mode, so that a rehearsal can never hold up what is real. */
export const createAlertQueues = (connection: ConnectionOptions, log: Logger) => {
  const of = (mode: OpenMode): Queue => {
    const queue = new Queue(alertQueueName(mode), { connection, prefix: queuePrefix })
    queue.on('error', (fault) => log.warn({ mode, fault: fault.message }, 'queue is out of reach'))
    return queue
  }
  const queues = { live: of('live'), rehearsal: of('rehearsal'), replay: of('replay') }
  return {
    queues,
    enqueue: async (jobs: readonly AlertJob[]): Promise<void> => {
      for (const mode of OpenMode.options) {
        const ofMode = jobs.filter((job) => job.mode === mode)
        if (ofMode.length === 0) continue
        await queues[mode].addBulk(
          ofMode.map((job) => ({ name: 'alert', data: job, opts: alertJobOptions(job) })),
        )
      }
    },
    close: async () =>
      void (await Promise.all(Object.values(queues).map((queue) => queue.close()))),
  }
}
export type AlertQueues = ReturnType<typeof createAlertQueues>
