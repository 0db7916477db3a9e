import { nightKeys, queueName } from '@night/shared/names'
import { OpenMode } from '@night/shared/night'
import { expect, test } from 'vitest'
import { openHouse, openWorker } from '../support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'
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
