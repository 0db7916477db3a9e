import { emptyHead } from '@night/shared/chain'
import { definitionsKey, nightKeys, queueName } from '@night/shared/names'
import { OpenMode, type OpenNight } from '@night/shared/night'
import { accept, type Job, type Submission } from '@night/shared/submission'
import { decide } from '@night/worker/decide'
import { readOn } from '@night/worker/log'
import { createNights } from '@night/worker/nights'
import { sha256 } from '@night/worker/sha256'
import { expect, test } from 'vitest'
import { emptyTable } from '../support/almanac.ts'
import { openHouse, openWorker } from '../support/house.ts'
import {
  declarationOf,
  definitionOf,
  midBedfordshire,
  nightName,
  october,
  tamworth,
} from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'
import { until } from '../support/until.ts'

test('[LOG5] each mode has a queue of its own, and two workers decide each declaration once', async () => {
  const { desk, environment } = await openHouse()
  await openWorker(environment)
  expect(new Set(OpenMode.options.map(queueName)).size).toBe(3)
  const nights = await Promise.all([1, 2, 3, 4].map(() => desk.open(october)))
  for (const night of nights) {
    for (const seat of [tamworth, midBedfordshire, tamworth])
      await desk.declare(night, await declarationOf(october, seat))
  }
  const redis = openRedis()
  for (const night of nights) {
    const { pending } = nightKeys('rehearsal', night)
    await until('nothing waits', async () => (await redis.scard(pending)) === 0)
    expect((await desk.reached(night, 3)).map(({ kind }) => kind)).toEqual([
      'opened',
      'declared',
      'declared',
    ])
  }
})

test('[LOG4] a correction is an event of its own: it says what it replaces and why, and the board follows it', async () => {
  const { desk } = await openHouse()
  const night = await desk.open(october)
  const right = await declarationOf(october, tamworth)
  const reason = 'rejected papers were read as 45'
  await desk.declare(night, { ...right, rejected: 45 })
  await desk.declare(night, { ...right, revision: 2, reason })
  const events = await desk.reached(night, 3)
  expect(events.slice(1)).toMatchObject([
    { kind: 'declared', revision: 1, result: { turnout: { rejected: 45 } } },
    {
      kind: 'corrected',
      revision: 2,
      replaces: 2,
      reason,
      result: { turnout: { rejected: 44 } },
    },
  ])
  const { seatsById } = await desk.board(night)
  expect(seatsById[tamworth]?.latest).toEqual(events[2])
})

test('[LOG5] a worker that remembers less than the log has decides on the log', async () => {
  const redis = openRedis()
  const night: OpenNight = {
    id: nightName(),
    mode: 'rehearsal',
    run: 1,
    openedAt: '2023-10-19T20:00:00.000Z',
  }
  const definition = { ...(await definitionOf(october)), id: night.id }
  await redis.hset(definitionsKey, night.id, JSON.stringify(definition))
  const enqueued: Job[] = []
  const inlet = { redis, sha256, enqueue: async (job: Job) => enqueued.push(job) }
  const [one, other] = [createNights(redis), createNights(redis)].map(
    (nights) => async (submission: Submission) => {
      await accept(inlet, night, submission)
      const job = enqueued.at(-1)
      const parts = {
        redis,
        nights,
        clock: { now: Date.now },
        stopwatch: performance,
        table: emptyTable,
      }
      return job && decide(parts, job)
    },
  )
  const at = '2023-10-20T02:00:00.000Z'
  const declaration = await declarationOf(october, tamworth)
  const first = { kind: 'declaration', declaration, by: 'desk' } as const
  const again = { ...first, declaration: { ...declaration, revision: 2, reason: 'read out again' } }
  const withdrawal = { constituency: tamworth, revision: 1, reason: 'another seat was read out' }

  await one?.({ kind: 'opening', at, run: 1 })
  await one?.(first)
  expect(await other?.({ kind: 'withdrawal', withdrawal, at, by: 'desk' })).toMatchObject({
    seq: 3,
  })
  // Whoever still sees the first figures would hold the same ones back as changing nothing.
  expect(await one?.(again)).toMatchObject({ outcome: 'published', seq: 4 })
  const log = nightKeys('rehearsal', night.id).log
  expect((await readOn(redis, log, emptyHead)).map(({ kind }) => kind)).toEqual([
    'opened',
    'declared',
    'withdrawn',
    'corrected',
  ])
})
