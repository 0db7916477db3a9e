import type { AlertJob } from '@night/shared/alert/message'
import { alertJobOptions } from '@night/shared/alert/outbox'
import { alertQueueName } from '@night/shared/names'
import { OpenMode } from '@night/shared/night'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { openQueues } from '../queues.ts'

/** The queues of alerts, filled many at a time. */
export const createAlertQueues = (redis: Redis, log: Logger) => {
  const { queues, close } = openQueues(alertQueueName, { redis, log })
  const enqueue = async (jobs: readonly AlertJob[]): Promise<void> => {
    for (const mode of OpenMode.options) {
      const ofMode = jobs.filter((job) => job.mode === mode)
      if (ofMode.length === 0) continue
      await queues[mode].addBulk(
        ofMode.map((job) => ({ name: 'alert', data: job, opts: alertJobOptions(job) })),
      )
    }
  }
  return { enqueue, close }
}
export type AlertQueues = ReturnType<typeof createAlertQueues>
