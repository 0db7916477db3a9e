import type { QueueMeasures } from '@night/shared/measures'
import { OpenMode } from '@night/shared/night'
import { type Inlet } from '../inlet.ts'

type Queues = Inlet['queues']

/** What stands in each queue. What was put before others waits like them. */
export const queueDepths = (queues: Queues): Promise<QueueMeasures[]> =>
  Promise.all(
    (['declarations', 'alerts'] as const).flatMap((queue) =>
      OpenMode.options.map(async (mode) => {
        const counts = await queues[queue][mode].getJobCounts(...states)
        const count = (state: (typeof states)[number]): number => counts[state] ?? 0
        return {
          queue,
          mode,
          waiting: count('waiting') + count('prioritized'),
          active: count('active'),
          delayed: count('delayed'),
          failed: count('failed'),
        }
      }),
    ),
  )

const states = ['waiting', 'prioritized', 'active', 'delayed', 'failed'] as const
