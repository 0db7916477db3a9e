import { nightKeys, queueName, queuePrefix } from '@night/shared/names'
import type { Job } from '@night/shared/submission'
import { redisOptions } from '@night/shared/redis'
import { decide } from '@night/worker/decide'
import { createNights, type Nights } from '@night/worker/nights'
import { Queue, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { racesIn } from '../faults/run/races.ts'
import { emptyTable } from '../support/almanac.ts'
import { environmentOf, openServer, openWorker } from '../support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'
import { openRedis, redisUrl } from '../support/redis-client.ts'
import { until } from '../support/until.ts'

const openUndecided = async () => {
  const environment = await environmentOf()
  const { desk } = await openServer(environment)
  const night = await desk.open(october)
  const redis = openRedis()
  const keys = nightKeys('rehearsal', night)
  const [opening = ''] = await redis.smembers(keys.pending)
  return { environment, desk, night, redis, keys, opening }
}

const partsOf = (redis: Redis) => ({
  redis,
  nights: createNights(redis),
  clock: { now: Date.now },
  stopwatch: performance,
  table: emptyTable,
})

test('[LOG12] whoever comes second decides again on the night as it then stands, and says how often', async () => {
  const { desk, night, redis, opening } = await openUndecided()
  const job = (id: string): Job => ({ night, mode: 'rehearsal', run: 1, id })
  const first = await desk.declare(night, await declarationOf(october, midBedfordshire))
  const second = await desk.declare(night, await declarationOf(october, tamworth))
  const parts = partsOf(redis)
  await decide(parts, job(opening))

  let isFirstLook = true
  const overtaken: Nights = {
    ...parts.nights,
    remembered: async (asked) => {
      const seen = await parts.nights.remembered(asked)
      if (isFirstLook) await decide(parts, job(first))
      isFirstLook = false
      return seen
    },
  }
  expect(await decide({ ...parts, nights: overtaken }, job(second))).toMatchObject({
    outcome: 'published',
    seq: 3,
    conflicts: 1,
  })
})

test('[HLD3] what the desk has rejected is not put before it again by a worker that stood still meanwhile', async () => {
  const { desk, night, redis, keys, opening } = await openUndecided()
  const job = (id: string): Job => ({ night, mode: 'rehearsal', run: 1, id })
  const right = await declarationOf(october, tamworth)
  const doubtful = await desk.declare(night, { ...right, valid: right.valid + 1000 })
  const parts = partsOf(redis)
  await decide(parts, job(opening))

  const rejecting: Nights = {
    ...parts.nights,
    current: async (asked) => {
      const seen = await parts.nights.current(asked)
      expect(await decide(parts, job(doubtful))).toMatchObject({ outcome: 'held' })
      await redis.hdel(keys.held, doubtful)
      await redis.hset(keys.rejected, doubtful, '{}')
      return seen
    },
  }
  expect(await decide({ ...parts, nights: rejecting }, job(doubtful))).toEqual({ outcome: 'known' })
  expect(await redis.hexists(keys.held, doubtful)).toBe(0)
})

test('[LOG12] a job whose worker is gone is said to have stalled, and another decides it', async () => {
  const options = {
    connection: redisOptions(new URL(redisUrl()), 'work'),
    prefix: queuePrefix,
  }
  // Nothing of the test before waits in it.
  const queue = new Queue(queueName('rehearsal'), options)
  await queue.obliterate({ force: true })
  await queue.close()
  const { environment, night, redis, keys } = await openUndecided()
  const gone = new Worker(queueName('rehearsal'), undefined, { ...options, lockDuration: 500 })
  onTestFinished(() => gone.close(true))
  expect((await gone.getNextJob('gone'))?.data).toMatchObject({ night })

  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line.trim()) })
  await openWorker(environment, log)
  await until('another has decided it', async () => (await redis.xlen(keys.log)) === 1)
  const races = () => racesIn(lines.map((line) => ({ t: 0, line })))
  await until('it is said', () => races().length > 0)
  expect(races()).toMatchObject([{ kind: 'stalled', role: 'worker' }])
}, 60_000)
