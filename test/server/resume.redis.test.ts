import { nightKeys } from '@night/shared/names'
import { expect, test } from 'vitest'
import { openServer } from '../support/house.ts'
import { readLive } from '../support/live.ts'
import { declarationOf, midBedfordshire, october, tamworth, withVotes } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'
import { firstMessage, openScreen } from '../support/screen.ts'
import { openHouseWithTamworth } from '../support/tamworth.ts'
import { until } from '../support/until.ts'

test('[FEED3] a screen that comes back gets exactly what it missed, from another server too', async () => {
  const { server, desk, night, environment } = await openHouseWithTamworth()
  const screen = openScreen(server.url, { night })
  const held = await until('the board is there', () => screen.seen.board)
  screen.close()
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await desk.reached(night, 3)
  const other = await openServer(environment)
  for (const url of [server.url, other.url]) {
    const since = { seq: held.seq, hash: held.hash }
    const [message] = await firstMessage(url, { night, since })
    expect(message).toMatchObject({ night, seq: 3, events: [{ seq: 3, kind: 'declared' }] })
    expect(message).not.toHaveProperty('board')
  }
})

test.each([
  ['a hash that is not this log’s', { seq: 2, hash: 'f'.repeat(64) }],
  ['a place that this log has not reached', { seq: 99, hash: 'f'.repeat(64) }],
  ['a hash at the very beginning', { seq: 0, hash: 'f'.repeat(64) }],
])('[FEED4] a screen with %s starts afresh', async (_what, since) => {
  const { server, night } = await openHouseWithTamworth()
  const [message] = await firstMessage(server.url, { night, since })
  expect(message).toMatchObject({ reset: true, seq: 2, board: { seq: 2 } })
})

test('[FEED4] a log that was cut back and went on differently resets every screen; no two histories are mixed', async () => {
  const { server, desk, night } = await openHouseWithTamworth()
  const screen = openScreen(server.url, { night })
  const reader = readLive(`${server.url}/api/nights/${night}/events`)
  await until(
    'both hold Tamworth',
    () => screen.seen.board?.seq === 2 && reader.events.length === 2,
  )
  const redis = openRedis()
  const keys = nightKeys('rehearsal', night)
  await redis.xdel(keys.log, '2-0')
  await redis.del(keys.placed)
  await redis.xsetid(keys.log, '1-0')
  const other = withVotes(await declarationOf(october, tamworth), {
    'sarah-edwards': 11_718,
    'sunny-virk': 418,
  })
  await desk.declare(night, other)
  await until(
    'the screen holds the other history',
    () => screen.seen.board?.seatsById[tamworth]?.latest?.result.majority.votes === 1315,
  )
  await until('the reader too', () => reader.events.length === 2 && reader.resets > 0)
  expect(screen.seen.resets).toBeGreaterThan(0)
  expect((await desk.events(night)).events).toEqual(reader.events)
})
