import { setTimeout as sleep } from 'node:timers/promises'
import { queueName, queuePrefix } from '@night/shared/names'
import type { Random } from '@night/worker/rehearsal/random'
import { until } from '../../support/until.ts'
import { noted } from './disturbances.ts'
import type { Stand } from './stand.ts'

const jobs = `${queuePrefix}:${queueName('live')}`

const holdStill = (stand: Stand): void => {
  for (const worker of stand.workers) worker.signal('SIGSTOP')
}
const goOn = (stand: Stand): void => {
  for (const worker of stand.workers) worker.signal('SIGCONT')
}

/** Both workers are held still until one has a job in hand, and are killed like that: nobody holds it any more. */
export const killAtWork = (stand: Stand) =>
  noted(stand, { fault: 'kill', of: 'workers at work' }, async () => {
    await until('a worker stands still in the middle of a job', async () => {
      holdStill(stand)
      // What it had sent already still comes to Redis.
      await sleep(20)
      if ((await stand.redis.llen(`${jobs}:active`)) > 0) return true
      goOn(stand)
      return false
    })
    await Promise.all(stand.workers.map((worker) => worker.kill()))
    await Promise.all(stand.workers.map((worker) => worker.start()))
  })

/**
 * Both workers take jobs at the same time, which the queue otherwise forbids; again and again they are held still until
 * a few wait, and then let go. They are to be few: what waits behind one is decided with it, and the other is idle.
 */
export const race = async (stand: Stand, _random: Random, isOver: () => boolean): Promise<void> => {
  await stand.redis.hdel(`${jobs}:meta`, 'concurrency')
  while (!isOver())
    await noted(stand, { fault: 'pause', of: 'workers without a limit' }, async () => {
      holdStill(stand)
      await sleep(200)
      goOn(stand)
      await sleep(150)
    })
  await until('all is sent', isOver, 60_000)
  await stand.isQuiet()
  await stand.redis.hset(`${jobs}:meta`, 'concurrency', 1)
}
