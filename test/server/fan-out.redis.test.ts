import { Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { masked, openBareSocket } from '../support/bare-socket.ts'
import { environmentOf, openHouse, openServer, openWorker } from '../support/house.ts'
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
  const upgrading = openScreen(server.url, { night }, { transports: ['polling', 'websocket'] })
  const early = [...sockets, polling, upgrading]
  const board = await until(
    'all are there',
    () => early.every(({ seen }) => seen.board?.seq === 1) && polling.seen.board,
  )
  const writes = async (way: 'straight' | 'queued') =>
    writesIn(String((await call('GET', '/metrics')).body), way)
  const before = { straight: await writes('straight'), queued: await writes('queued') }
  const late: Screen[] = []
  const pouring = pourInto(openRedis(), { night, head: board, count })
  await until('some of it has come', () => (sockets[0]?.seen.events.length ?? 0) > 0)
  for (let come = 0; come < 5; come += 1) late.push(openScreen(server.url, { night }))
  await pouring
  const screens = [...early, ...late]
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
  const straight = (await writes('straight')) - before.straight
  // That few are straight would mean that what the house reads of Engine.IO has moved.
  expect(straight).toBeGreaterThan(sockets.length)
  expect(straight + (await writes('queued')) - before.queued).toBeLessThan(count)
})

/** Counts what leaves from one of this process's TCP ports, by write system call. */
const countWritesFrom = (port: number) => {
  let count = 0
  for (const way of ['_write', '_writev']) {
    const write: unknown = Reflect.get(Socket.prototype, way)
    if (typeof write !== 'function') throw new Error(`Node’s sockets have no ${way} any more.`)
    Reflect.set(Socket.prototype, way, function (this: Socket, ...words: unknown[]) {
      if (this.localPort === port) count += 1
      Reflect.apply(write, this, words)
    })
    onTestFinished(() => void Reflect.set(Socket.prototype, way, write))
  }
  return () => count
}

test('[FEED15] a screen that comes is answered in two writes: the connection, then all that it is sent first', async () => {
  const environment = await environmentOf()
  await openWorker(environment)
  // What comes later is a write of its own: the opening has come, and by a stopwatch that stands the time is told once.
  const stopwatch = { now: () => 0 }
  const { desk, url } = await openServer(environment, undefined, { stopwatch })
  const night = await desk.open(october)
  await desk.reached(night, 1)
  const port = Number(new URL(url).port)
  const writes = countWritesFrom(port)
  let said = ''
  const socket = openBareSocket(
    { port, path: '/socket.io/?EIO=4&transport=websocket' },
    {
      onPiece: (piece) => void (said += piece.toString('latin1')),
      onUpgraded: () => undefined,
      onGone: () => undefined,
    },
  )
  await until('the connection is open', () => said.includes('0{"sid"'))
  socket.write(masked(`40${JSON.stringify({ night, since: { seq: 0, hash: '' } })}`))
  await until('it was told what time it is', () => said.includes('["clock"'))
  expect(said).toMatch(/40\{"sid".*42\["night".*42\["clock"/s)
  expect(writes()).toBe(2)
  socket.destroy()
})
