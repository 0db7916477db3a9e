import { definitionsKey } from '@night/shared/names'
import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { october } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'
import { openScreen } from '../support/screen.ts'
import { until } from '../support/until.ts'

test('[RPL4] a night that cannot be opened anew is tried again, and no other screen stands still meanwhile', async () => {
  const { desk, server } = await openHouse()
  const redis = openRedis()
  const { id, night } = await desk.replay({ of: october, speed: 'max' })
  const screen = openScreen(server.url, { night })
  await until('it is over', () => screen.seen.board?.state === 'closed')
  const other = openScreen(server.url, { night: october })
  const definition = (await redis.hget(definitionsKey, night)) ?? ''
  await redis.hset(definitionsKey, night, '{}')
  await desk.changeReplay(id, { playing: false, position: '2023-10-19T22:00:00Z' })
  const before = other.seen.clocks.length
  await until('the other is told the time', () => other.seen.clocks.length > before + 2)
  expect(screen.seen.resets).toBe(0)
  await redis.hset(definitionsKey, night, definition)
  await until('it is as it was wound back', () => screen.seen.resets > 0)
  await until('and stands open', () => screen.seen.board?.state === 'open')
})
