import { setTimeout as sleep } from 'node:timers/promises'
import { redisOptions } from '@night/shared/redis'
import { Queue, Worker } from 'bullmq'
import { now } from './orders.ts'
import { median } from './percentile.ts'
import type { Stand } from './stand.ts'

const jobs = 40

/** Milliseconds that a job which does nothing takes from `add` until it is done, on this Redis: the median. */
export const measureQueue = async ({ redisUrl }: Stand): Promise<number> => {
  const connection = redisOptions(redisUrl, 'work')
  const queue = new Queue('bench', { connection })
  const worker = new Worker('bench', async () => undefined, { connection })
  await worker.waitUntilReady()
  const took: number[] = []
  for (let place = 0; place < jobs; place += 1) {
    const done = new Promise<void>((resolve) => worker.once('completed', () => resolve()))
    const begun = now()
    await queue.add('nothing', {})
    await done
    took.push(now() - begun)
    await sleep(50)
  }
  await worker.close()
  await queue.close()
  return median(took)
}
