import { redisOptions } from '@night/shared/redis'
import { acceptAll } from '@night/shared/submission'
import { remove } from '@night/server/replay-nights'
import { createMatcher } from '@night/worker/alerts/matcher'
import { createDeclarations } from '@night/worker/declarations'
import { createNights, type Nights } from '@night/worker/nights'
import { createQueues } from '@night/worker/queues'
import { sha256 } from '@night/worker/sha256'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { emptyTable } from '../support/almanac.ts'
import { openRedis, redisUrl } from '../support/redis-client.ts'
import { openReplay } from '../support/removable.ts'
import { subscribe } from '../support/subscribers.ts'
import { until } from '../support/until.ts'

const clock = { now: Date.now }

/** A log, and what was said in it of one night. */
const openLog = (night: string) => {
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line) => void lines.push(line) })
  return { log, said: () => lines.filter((line) => line.includes(night)) }
}
const isFault = (line: string): boolean => line.includes('"level":50')

test('[RPL5] what is decided of a replay while it is removed fails nowhere', async () => {
  const redis = openRedis()
  const replay = await openReplay(redis)
  const { log, said } = openLog(replay.night)
  const connection = redisOptions(new URL(redisUrl()), 'work')
  const queues = createQueues(redis, log)
  onTestFinished(queues.close)
  const own = createNights(redis)
  const nights: Nights = {
    ...own,
    remembered: async (job) => {
      await remove(redis, replay)
      return own.remembered(job)
    },
  }
  const parts = { redis, connection, queues, nights, clock, stopwatch: performance, log }
  const more = { table: emptyTable, telling: { took: () => undefined } }
  const declarations = await createDeclarations({ ...parts, ...more })
  onTestFinished(declarations.close)
  const { night: id, run, from } = replay
  const open = { id, mode: 'replay', run, openedAt: from } as const
  const inlet = { redis, sha256, enqueueAll: queues.enqueueAll }
  await acceptAll(inlet, open, [{ kind: 'closing', at: from }])
  await until('it is gone', () => said().some((line) => line.includes('declaration gone')))
  expect(said().filter(isFault)).toEqual([])
})

test('[RPL5] what is matched of a replay while it is removed fails nowhere', async () => {
  const redis = openRedis()
  const replay = await openReplay(redis)
  const { night } = replay
  const { log, said } = openLog(night)
  await subscribe(redis, { night, mode: 'replay', channel: { type: 'screen' }, rules: {} })
  let rounds = 0
  const leader = { leads: () => Promise.resolve((rounds += 1) > 0), yields: async () => undefined }
  const looking = Object.assign(openRedis(), {
    hlen: async (key: string): Promise<number> => {
      const count = await redis.hlen(key)
      await remove(redis, replay)
      return count
    },
  })
  const queues = { enqueue: async () => undefined, close: async () => undefined }
  const matcher = createMatcher({ redis: looking, queues, leader, clock, log })
  onTestFinished(matcher.close)
  await until('it was looked at again', () => rounds > 1)
  expect(said().filter(isFault)).toEqual([])
})
