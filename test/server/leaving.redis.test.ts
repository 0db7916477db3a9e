import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { deskToken } from '../support/call.ts'
import { environmentOf, openHouse, openServer } from '../support/house.ts'
import { readLive } from '../support/live.ts'
import { declarationOf, october, tamworth } from '../support/night.ts'
import { openScreen } from '../support/screen.ts'
import { until } from '../support/until.ts'

test('[OPS4] a server that stops answers what it has begun, lets nobody in, and its screens and readers go', async () => {
  const { environment, desk } = await openHouse()
  const leaving = await openServer({ ...environment, ...(await environmentOf()) })
  const night = await desk.open(october)
  await desk.reached(night, 1)
  const screen = openScreen(leaving.url, { night }, { transports: ['websocket'] })
  const reader = readLive(`${leaving.url}/api/nights/${night}/events`)
  await until('both are there', () => screen.seen.board?.seq === 1 && reader.events.length === 1)

  // A declaration whose sender is in the middle of it: the head is there, and half of the figures.
  const body = JSON.stringify(await declarationOf(october, tamworth))
  const sender = connect(Number(new URL(leaving.url).port), '127.0.0.1')
  let answer = ''
  sender.on('data', (piece) => (answer += String(piece)))
  const head = [
    `POST /api/nights/${night}/declarations HTTP/1.1`,
    'Host: hall',
    `Authorization: Bearer ${deskToken}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Expect: 100-continue',
  ]
  sender.write(`${head.join('\r\n')}\r\n\r\n`)
  await until('it has begun', () => answer.startsWith('HTTP/1.1 100 '))
  answer = ''
  sender.write(body.slice(0, 40))
  const closed = leaving.close()
  await until('the screen was let go', () => !screen.socket.connected)
  await expect(fetch(`${leaving.url}/health/live`)).rejects.toThrow('fetch failed')
  sender.write(body.slice(40))
  await closed
  expect(answer).toMatch(/^HTTP\/1.1 202 /)
  expect((await desk.reached(night, 2))[1]).toMatchObject({ kind: 'declared' })
})
