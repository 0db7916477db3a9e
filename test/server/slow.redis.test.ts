import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
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
  await desk.reached(night, 1)
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

/** Polls, as Socket.IO's client does at first; the answer opens the WebSocket that is to take the place of that. */
const beginPolling = async (url: string, night: string) => {
  const polling = `${url}/socket.io/?EIO=4&transport=polling`
  const { sid } = JSON.parse((await (await fetch(polling)).text()).slice(1))
  await fetch(`${polling}&sid=${sid}`, { method: 'POST', body: `40${JSON.stringify({ night })}` })
  return () =>
    beginUpgrade(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket&sid=${sid}`)
}

const beginUpgrade = async (address: string) => {
  const told: string[] = []
  const socket = new WebSocket(address)
  onTestFinished(() => socket.terminate())
  socket.on('message', (data: Buffer) => told.push(data.toString()))
  socket.on('close', () => told.push('closed'))
  socket.on('open', () => socket.send('2probe'))
  await until('it may have the WebSocket', () => told.includes('3probe'))
  return { socket, told }
}

test('[FEED6] one that is dropped while a WebSocket takes the place of polling is told so when that is done', async () => {
  const { desk, server, call } = await openHouse()
  const night = await desk.open(october)
  await desk.reached(night, 1)
  const upgrade = await beginPolling(server.url, night)
  const quick = openScreen(server.url, { night }, { transports: ['websocket'] })
  const are = async (screens: number) =>
    String((await call('GET', '/metrics')).body).includes(`\nresults_night_screens ${screens}\n`)
  await until('both are there', () => are(2))
  const board = await until('the quick one has the board', () => quick.seen.board)
  // It is given ten seconds; to count screens takes up to four.
  const { socket, told } = await upgrade()
  await pourInto(openRedis(), { night, head: board, count: 400 })
  await until('the slow one is dropped', () => are(1))
  socket.send('5')
  await until('it is told', () => told.includes('closed'))
  // A megabyte of them is what a line may have before it; how many those are goes by how they were gathered.
  expect(told.filter((one) => one.includes('"event"')).length).toBeGreaterThan(100)
  expect(quick.socket.connected).toBe(true)
})
