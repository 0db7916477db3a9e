import { expect, test } from 'vitest'
import { maskedFrame, maskedSmall, openBareSocket, small } from '../support/bare-socket.ts'
import { openHouse } from '../support/house.ts'
import { october } from '../support/night.ts'
import { pourInto } from '../support/pour.ts'
import { openRedis } from '../support/redis-client.ts'
import { openScreen, type Screen } from '../support/screen.ts'
import { until } from '../support/until.ts'

const count = 300

const bytesTo = ({ socket }: Screen): number =>
  Reflect.get(Reflect.get(socket.io.engine.transport, 'ws'), '_socket').bytesRead

test('[FEED17] who reads what was deflated is sent less, once and in order; who does not, or forgets, has the same as it is', async () => {
  const { desk, server } = await openHouse()
  const night = await desk.open(october)
  await desk.reached(night, 1)
  const open = (perMessageDeflate: object | false) =>
    openScreen(server.url, { night }, { transports: ['websocket'], perMessageDeflate })
  const small = Array.from({ length: 9 }, () => open({ threshold: 1 }))
  const plain = open(false)
  const forgetful = open({ threshold: 1, serverNoContextTakeover: true })
  const screens = [...small, plain, forgetful]
  const board = await until('all are there', () =>
    screens.every(({ seen }) => seen.board?.seq === 1) ? plain.seen.board : null,
  )
  await pourInto(openRedis(), { night, head: board, count })
  await until('all have it all', () => screens.every(({ seen }) => seen.board?.seq === count + 1))
  for (const { seen } of screens) expect(seen.events).toEqual(plain.seen.events)
  expect(plain.seen.events.map(({ seq }) => seq)).toEqual(
    Array.from({ length: count }, (_, place) => place + 2),
  )
  for (const screen of small) expect(bytesTo(screen)).toBeLessThan(0.8 * bytesTo(plain))
  expect(bytesTo(forgetful)).toBeGreaterThan(0.99 * bytesTo(plain))
})

const finalDeflatedText = 0xc1
const firstDeflatedText = 0x41
const finalMore = 0x80

/** A connection that offers what browsers offer, and what it was told since. */
const openDeflating = async (url: string) => {
  const told = { text: '', isGone: false }
  const socket = openBareSocket(
    {
      port: Number(new URL(url).port),
      path: '/socket.io/?EIO=4&transport=websocket',
      deflates: true,
    },
    {
      onPiece: (piece) => void (told.text += piece.toString('latin1')),
      onUpgraded: (deflated) => expect(deflated).toBe(true),
      onGone: () => void (told.isGone = true),
    },
  )
  await until('the connection is open', () => told.text.includes('0{"sid"'))
  return { socket, told }
}

test('[FEED17] a greeting may be deflated, and come in pieces', async () => {
  const { desk, server } = await openHouse()
  const night = await desk.open(october)
  const hello = `40${JSON.stringify({ night })}`
  const whole = await openDeflating(server.url)
  whole.socket.write(maskedSmall(hello))
  const pieces = await openDeflating(server.url)
  const bytes = small(hello)
  pieces.socket.write(maskedFrame(firstDeflatedText, bytes.subarray(0, 7)))
  pieces.socket.write(maskedFrame(finalMore, bytes.subarray(7)))
  for (const { told, socket } of [whole, pieces]) {
    await until('it was let in', () => told.text.includes('["clock"'))
    expect(told.isGone).toBe(false)
    socket.destroy()
  }
})

test.each([
  ['a megabyte in a thousand bytes', small(`40${'x'.repeat(1_000_000)}`)],
  ['what is no deflate', Buffer.from([7, 7, 7, 7])],
])('[FEED17 SEC9] whoever says %s is cut off, and nobody else', async (_what, bytes) => {
  const { desk, server } = await openHouse()
  const night = await desk.open(october)
  const other = openScreen(server.url, { night })
  await until('another is there', () => other.seen.board)
  const { socket, told } = await openDeflating(server.url)
  socket.write(maskedFrame(finalDeflatedText, bytes))
  await until('it is gone', () => told.isGone)
  expect(other.socket.connected).toBe(true)
})
