import { emptyHead, type Head } from '@night/shared/chain'
import { milliseconds } from '@night/shared/time'
import { expect, test } from 'vitest'
import { environmentOf, openHouse, openServer } from '../support/house.ts'
import { october } from '../support/night.ts'
import { pourInto } from '../support/pour.ts'
import { openRedis } from '../support/redis-client.ts'
import { openScreen } from '../support/screen.ts'
import { until } from '../support/until.ts'

test('[FEED9] every screen is told at once when the clock of its night is changed', async () => {
  const { desk, server } = await openHouse()
  const { id, night } = await desk.replay({ of: october, speed: 1, from: '2023-10-20T01:00:00Z' })
  const screen = openScreen(server.url, { night })
  await until('its clock came with the board', () => screen.seen.clocks.length > 0)
  await desk.changeReplay(id, { playing: false, speed: 60 })
  await until('the pause is known', () => screen.seen.clocks.at(-1)?.playing === false)
  expect(screen.seen.clocks.at(-1)).toMatchObject({ speed: 60 })
})

test('[FEED9] whoever comes as soon as a replay was begun has its clock at first', async () => {
  const { server, desk } = await openHouse()
  const from = '2023-10-20T02:33:00+01:00'
  const { night } = await desk.replay({ of: october, speed: 60, from })
  const { seen } = openScreen(server.url, { night })
  await until('its clock came with the board', () => seen.clocks.length > 0)
  expect(seen.clocks[0]).toMatchObject({ speed: 60 })
  expect(seen.clocks[0]?.now).toMatch(/^2023-10-20T01:3/)
})

test('[FEED9] while all is well a screen is told the time every second', async () => {
  const environment = await environmentOf()
  let now = Date.now()
  const time = { now: () => now }
  const server = await openServer(environment, undefined, { clock: time, stopwatch: time })
  const { seen } = openScreen(server.url, { night: october })
  await until('its clock came with the board', () => seen.clocks.length === 1)
  for (const count of [2, 3, 4]) {
    now += 1000
    await until('it is told the time', () => seen.clocks.length === count)
  }
  const told = seen.clocks.map((clock) => milliseconds(clock.now))
  expect(told.map((time) => time - (told[0] ?? 0))).toEqual([0, 1000, 2000, 3000])
})

test('[FEED9] a machine whose clock is put back by an hour goes on telling the time', async () => {
  let hours = 0
  const clock = { now: () => Date.now() + hours * 3_600_000 }
  const server = await openServer(await environmentOf(), undefined, { clock })
  const { seen } = openScreen(server.url, { night: october })
  await until('it is told the time', () => seen.clocks.length >= 2)
  const lastTold = () => milliseconds(seen.clocks.at(-1)?.now ?? '')
  const before = lastTold()
  hours = -1
  const told = await until('it is told an earlier time', () => lastTold() < before && lastTold())
  expect(told).toBeLessThan(before - 3_500_000)
})

test('[FEED9] where events come every second, a tenth of the screens are told the time in each, and all within ten', async () => {
  let now = Date.now()
  const stopwatch = { now: () => now }
  const { desk, url } = await openServer(await environmentOf(), undefined, { stopwatch })
  const night = await desk.open(october)
  const screens = Array.from({ length: 20 }, () => openScreen(url, { night }))
  const clocks = () => screens.map(({ seen }) => seen.clocks.length)
  const sum = () => clocks().reduce((total, count) => total + count, 0)
  await until('all have a clock', () => sum() === 20)
  const redis = openRedis()
  let head: Head = emptyHead
  for (let second = 1; second <= 10; second += 1) {
    head = await pourInto(redis, { night, head, count: 1 })
    await until('all have the event', () =>
      screens.every(({ seen }) => seen.events.length === second),
    )
    now += 1000
    await until('a tenth is told the time', () => sum() === 20 + 2 * second)
  }
  expect(clocks()).toEqual(Array.from({ length: 20 }, () => 2))
})
