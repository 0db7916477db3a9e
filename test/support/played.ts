import { canaryKey, nightKeys, queueName, queuePrefix } from '@night/shared/names'
import { redisOptions } from '@night/shared/redis'
import { instant } from '@night/shared/time'
import { Queue } from 'bullmq'
import { onTestFinished } from 'vitest'
import { openWorker } from './house.ts'
import { openMeasured, settle, start } from './measured.ts'
import { declarationOf, midBedfordshire, october, tamworth } from './night.ts'
import { openScreen } from './screen.ts'
import { until } from './until.ts'

/** What the screen of a played night says that it was built as. */
export const screenVersion = '0123456789abcdef'

/** A live night with two declarations, a screen, alerts and a canary: of everything that is measured, something. */
export const openPlayed = async (more: NodeJS.ProcessEnv = {}) => {
  const opened = await openMeasured(more)
  const { desk, redis, url, house } = opened
  await openWorker(house)
  const night = await desk.openLive({ from: october })
  const screen = openScreen(url, { night, version: screenVersion })
  await until('the screen is there', () => screen.seen.board !== null)
  for (const seat of [tamworth, midBedfordshire])
    await desk.declare(night, await declarationOf(october, seat))
  await until('the screen has both', () => screen.seen.events.filter(isDeclared).length === 2)
  await settle(redis, { mode: 'live', night }, [
    { id: 'result-1', took: [1, 0.5, 2], acknowledged: 1 },
  ])
  await redis.hset(canaryKey, { sent: instant(start), acknowledged: instant(start) })
  return { ...opened, night, screen, cause: () => causeFaults(opened) }
}

const isDeclared = ({ kind }: { readonly kind: string }): boolean => kind === 'declared'

type Opened = Awaited<ReturnType<typeof openMeasured>>

/** Something that each room logs as an error, both on a rehearsal: a log that was taken away, a job without a submission. */
const causeFaults = async ({ desk, redis, house }: Opened): Promise<string> => {
  const night = await desk.open(october)
  await desk.reached(night, 1)
  await redis.del(nightKeys('rehearsal', night).log)
  const connection = redisOptions(new URL(house.REDIS_URL), 'work')
  const queue = new Queue(queueName('rehearsal'), { connection, prefix: queuePrefix })
  onTestFinished(() => queue.close())
  await queue.add('declaration', { night, mode: 'rehearsal', run: 1, id: 'd-none' })
  return night
}
