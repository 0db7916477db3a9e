import { createServer } from 'node:http'
import { listen } from '@night/server/listen'
import { Server } from 'socket.io'
import { expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { openScreensDoor } from '../support/screens-door.ts'
import { until } from '../support/until.ts'

/** Socket.IO as it comes, set up as ours is. */
const openStock = async (): Promise<string> => {
  const http = createServer()
  const io = new Server(http, {
    pingInterval: 25_000,
    pingTimeout: 10_000,
    maxHttpBufferSize: 16_384,
  })
  onTestFinished(() => io.close())
  return listen(http, { host: '127.0.0.1', port: 0 })
}

const wire = (url: string, query = 'EIO=4&transport=websocket', path = 'socket.io'): string =>
  `${url.replace('http', 'ws')}/${path}/?${query}`

/** A WebSocket, and what it was told: ids are of no interest. */
const openWire = (address: string) => {
  const told: string[] = []
  const socket = new WebSocket(address)
  socket.on('message', (data: Buffer) =>
    told.push(data.toString().replace(/"sid":"[^"]+"/, '"sid":"…"')),
  )
  socket.on('error', () => undefined)
  socket.on('close', () => told.push('closed'))
  onTestFinished(() => socket.terminate())
  return { socket, told }
}

const isAnswered = (said: string | Buffer): boolean => said.toString().startsWith('40')

/** Says one thing after the other, each after the answer to the one before; then asks for something to see whether it is still open. */
const answersTo = async (url: string, all: readonly (string | Buffer)[]): Promise<string[]> => {
  const { socket, told } = openWire(wire(url))
  await until('it is open', () => told.length > 0)
  for (const said of [...all, '40/still-there,']) {
    const before = told.length
    socket.send(said)
    if (isAnswered(said)) await until(`${String(said)} is answered`, () => told.length > before)
    if (told.includes('closed')) break
  }
  return told
}

test.each<[what: string, said: readonly (string | Buffer)[]]>([
  ['nothing', []],
  ['a hello', ['40{"night":"x"}']],
  ['an empty hello', ['40']],
  ['hellos that name the place', ['40/', '40/,{}']],
  ['two hellos', ['40{}', '40{}']],
  ['a hello to another place', ['40/admin,', '40/admin,{"a":1}', '40{}']],
  ['that it is there', ['3', '40{}', '3']],
  ['that it closes, upgrades or does nothing', ['40{}', '0', '1', '5', '6', '6probe', '3probe']],
  ['an event', ['40{}', '42["x",1]', '421["x"]', '430[1]']],
  ['an event before its hello', ['42["x"]']],
  ['an event with bytes', ['40{}', '451-["x",{"_placeholder":true,"num":0}]', Buffer.from([1])]],
  ['a question whether we are there', ['40{}', '2']],
  ['no packet', ['x']],
  ['no packet of Socket.IO', ['40{}', '4x']],
  ['nothing at all', ['40{}', '']],
  ['more than it may', ['40{}', `42["${'x'.repeat(16_384)}"]`]],
])('[FEED21] who says %s is answered as Socket.IO answers', async (_what, said) => {
  const { url } = await openScreensDoor()
  const answers = await answersTo(url, said)
  expect(answers).toEqual(await answersTo(await openStock(), said))
})

test('[FEED21] who takes its leave is closed, and whoever knocks elsewhere is turned away', async () => {
  const { url, left } = await openScreensDoor()
  const { socket, told } = openWire(wire(url))
  await until('it is open', () => told.length > 0)
  socket.send('40{}')
  socket.send('41')
  await until('it is closed', () => told.includes('closed'))
  expect(left.length).toBeGreaterThan(0)
  for (const address of [
    wire(url, 'EIO=4', 'elsewhere'),
    wire(url, 'EIO=3&transport=websocket'),
    wire(url, 'EIO=4&transport=websocket&sid=nobody'),
  ]) {
    const other = openWire(address)
    await until(`${address} is closed`, () => other.told.length > 0)
    expect(other.told).toEqual(['closed'])
  }
})

test('[FEED21] who does not say that it is there is gone after 35 s, who never says hello after 25', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const { url, left } = await openScreensDoor()
  const open = () => openWire(wire(url))
  const [polite, mute, silent] = [open(), open(), open()]
  const knock = async ({ socket, told }: typeof polite, said: string) => {
    const before = told.length
    socket.send(said)
    await until(`${said} was heard`, () => told.length > before)
  }
  await until('all are open', () => [polite, mute, silent].every(({ told }) => told.length > 0))
  for (const one of [polite, mute]) await knock(one, '40{}')
  const wasAsked = ({ told }: typeof polite) => told.at(-1) === '2'
  const isGone = ({ told }: typeof polite) => told.at(-1) === 'closed'

  vi.advanceTimersByTime(25_000)
  await until('two were asked', () => wasAsked(polite) && wasAsked(mute) && isGone(silent))
  polite.socket.send('3')
  await knock(polite, '40/still-there,')
  vi.advanceTimersByTime(10_000)
  await until('one is gone', () => isGone(mute))
  vi.advanceTimersByTime(15_000)
  await until('the other was asked again', () => wasAsked(polite))
  vi.advanceTimersByTime(10_000)
  await until('it is gone as well', () => isGone(polite))
  await until('all were seen to leave', () => left.length === 3)
  expect(mute.told.filter((one) => one === '2')).toHaveLength(1)
})

test('[FEED21] who says its hello late is asked no later for that, or it would take us for dead', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const { url } = await openScreensDoor()
  const { socket, told } = openWire(wire(url))
  await until('it is open', () => told.length === 1)
  vi.advanceTimersByTime(20_000)
  socket.send('40{}')
  await until('it is let in', () => told.length === 2)
  vi.advanceTimersByTime(5000)
  await until('it is asked', () => told.length === 3)
  expect(told[2]).toBe('2')
})
