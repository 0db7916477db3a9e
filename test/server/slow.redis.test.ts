import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { october } from '../support/night.ts'
import { pourInto } from '../support/pour.ts'
import { openRedis } from '../support/redis-client.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { until } from '../support/until.ts'

const flood = 4000

/** The TCP connection under a screen: what it does not read stays with the server. */
const wireOf = (screen: Screen): { pause: () => void; resume: () => void } =>
  Reflect.get(Reflect.get(screen.socket.io.engine.transport, 'ws'), '_socket')

test('[FEED6] a screen that stops reading is dropped and catches up later; the others notice nothing', async () => {
  const { desk, server } = await openHouse()
  const night = await desk.open(october)
  const quick = openScreen(server.url, { night }, { transports: ['websocket'] })
  const slow = openScreen(server.url, { night }, { transports: ['websocket'] })
  const board = await until('both are there', () => slow.seen.board?.seq === 1 && quick.seen.board)
  const dropped: string[] = []
  slow.socket.on('disconnect', (reason) => dropped.push(reason))

  const wire = wireOf(slow)
  wire.pause()
  await pourInto(openRedis(), { night, head: board, count: flood })
  await until('the quick one has it all', () => quick.seen.board?.seq === flood + 1)
  expect(slow.seen.board?.seq).toBeLessThan(flood)
  wire.resume()
  await until('the slow one was dropped', () => dropped.length > 0, 40_000)
  await until('the slow one has caught up', () => slow.seen.board?.seq === flood + 1)
  for (const { seen } of [quick, slow]) {
    expect(seen.events.map(({ seq }) => seq)).toEqual(
      Array.from({ length: flood }, (_, place) => place + 2),
    )
  }
}, 90_000)
