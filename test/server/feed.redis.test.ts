import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { openHouse } from '../support/house.ts'
import { declarationOf, midBedfordshire, october } from '../support/night.ts'
import { firstMessage, openScreen } from '../support/screen.ts'
import { openHouseWithTamworth } from '../support/tamworth.ts'
import { until } from '../support/until.ts'

test('[FEED1] a screen without a past gets the board, then every event as it comes', async () => {
  const { server, desk, night } = await openHouseWithTamworth()
  const screen = openScreen(server.url, { night })
  await until('the board is there', () => screen.seen.board?.seq === 2)
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await until('Mid Bedfordshire is there', () => screen.seen.board?.seq === 3)
  expect(screen.seen.messages).toHaveLength(1)
  expect(screen.seen.events.map(({ seq }) => seq)).toEqual([3])
  expect(screen.seen.clocks.length).toBeGreaterThan(0)
})

test('[FEED5] a hello that is not understood is answered with a problem, then closed', async () => {
  const { server } = await openHouse()
  for (const [auth, code] of [
    [{}, 'does-not-fit'],
    [{ night: 'no-such-night' }, 'no-such-thing'],
    [{ night: '../../etc' }, 'does-not-fit'],
    [{ night: october, since: { seq: -1, hash: '' } }, 'does-not-fit'],
    [{ night: october, surprise: true }, 'does-not-fit'],
  ] as const) {
    expect(await firstMessage(server.url, auth)).toMatchObject([{ code }, 'refused'])
  }
})

test('[FEED5] so is one that is no JSON at all', async () => {
  const { server } = await openHouse()
  const told: string[] = []
  const socket = new WebSocket(
    `${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`,
  )
  onTestFinished(() => socket.terminate())
  socket.on('message', (data: Buffer) => told.push(data.toString()))
  socket.on('close', () => told.push('closed'))
  socket.on('open', () => socket.send('40{"night":'))
  await until('it is closed', () => told.includes('closed'))
  expect(told.slice(1)).toEqual([
    expect.stringMatching(/^40\{"sid"/),
    expect.stringMatching(
      /^42\["refused",\{.*"code":"does-not-fit","detail":"what is sent has to be/,
    ),
    '41',
    'closed',
  ])
})
