import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { october } from '../support/night.ts'
import { pourInto } from '../support/pour.ts'
import { openRedis } from '../support/redis-client.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { until } from '../support/until.ts'

const count = 600

const writesIn = (metrics: string, way: string): number =>
  Number(new RegExp(`screen_writes_total\\{way="${way}"\\} (\\d+)`).exec(metrics)?.[1])

const places = ({ seen }: Screen): number[] => seen.events.map(({ seq }) => seq)

test('[FEED15] events that come together are one write for each screen; whoever polls or comes late has them once, in order', async () => {
  const { desk, server, call } = await openHouse()
  const night = await desk.open(october)
  const sockets = Array.from({ length: 3 }, () =>
    openScreen(server.url, { night }, { transports: ['websocket'] }),
  )
  const polling = openScreen(server.url, { night }, { transports: ['polling'] })
  const board = await until(
    'all are there',
    () => [...sockets, polling].every(({ seen }) => seen.board?.seq === 1) && polling.seen.board,
  )
  const late: Screen[] = []
  const pouring = pourInto(openRedis(), { night, head: board, count })
  await until('some of it has come', () => (sockets[0]?.seen.events.length ?? 0) > 0)
  for (let come = 0; come < 5; come += 1) late.push(openScreen(server.url, { night }))
  await pouring
  const screens = [...sockets, polling, ...late]
  await until('all have it all', () => screens.every(({ seen }) => seen.board?.seq === count + 1))
  for (const screen of screens) {
    const first = screen.seen.messages[0]
    expect(places(screen)).toEqual(
      Array.from(
        { length: count + 1 - (first?.seq ?? 0) },
        (_, place) => place + 1 + (first?.seq ?? 0),
      ),
    )
  }
  const { body } = await call('GET', '/metrics')
  const straight = writesIn(String(body), 'straight')
  // That none is straight would mean that what the house reads of Engine.IO has moved.
  expect(straight).toBeGreaterThan(0)
  expect(straight + writesIn(String(body), 'queued')).toBeLessThan(count)
})
