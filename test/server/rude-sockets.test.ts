import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { masked, maskedFrame } from '../support/bare-socket.ts'
import { openScreensDoor } from '../support/screens-door.ts'
import { until } from '../support/until.ts'

const screens = '/socket.io/?EIO=4&transport=websocket'

/** What asks for a WebSocket, without the empty line that ends it. */
const knock = (path: string, ...more: readonly string[]): string =>
  [
    `GET ${path} HTTP/1.1`,
    'Host: hall',
    'Connection: keep-alive, Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
    ...more,
    '',
  ].join('\r\n')
const ended = '\r\n'

/** A connection that says what it likes, and hears. */
const openTcp = async (url: string): Promise<{ tcp: Socket; heard: () => string }> => {
  const tcp = connect({ host: '127.0.0.1', port: Number(new URL(url).port), allowHalfOpen: true })
  let heard = ''
  tcp.on('error', () => undefined)
  tcp.on('data', (bytes) => (heard += bytes.toString('latin1')))
  onTestFinished(() => void tcp.destroy())
  await once(tcp, 'connect')
  return { tcp, heard: () => heard }
}

/** A client's WebSocket ping. */
const finalPing = 0x89

/** Milliseconds: less than the ten seconds in which a server gives up whoever does not answer, and more than any machine needs. */
const soon = 8000

const heldBy = (http: Server): Promise<number> => promisify(http.getConnections.bind(http))()

test.each([
  ['404', knock('/elsewhere')],
  ['403', knock(screens, 'Origin: http://elsewhere.example')],
  ['400', knock('/socket.io/?EIO=4&transport=websocket&sid=nobody')],
  ['400', knock('/socket.io/?EIO=4')],
])(
  '[SEC13] who is answered %s ends nothing by breaking off, and is not held',
  async (status, said) => {
    const { http, url } = await openScreensDoor()
    for (let times = 0; times < 10; times += 1) {
      const { tcp } = await openTcp(url)
      tcp.write(said + ended)
      await new Promise(setImmediate)
      tcp.resetAndDestroy()
    }
    const { tcp, heard } = await openTcp(url)
    tcp.write(said + ended)
    await until('it is answered', () => heard() !== '')
    expect(heard().slice(0, 12)).toBe(`HTTP/1.1 ${status}`)
    await until('nobody is held', async () => (await heldBy(http)) === 0, soon)
  },
)

test('[OPS4] a knock that is finished while the server closes is answered 503', async () => {
  const { url, sockets, close } = await openScreensDoor()
  const { tcp, heard } = await openTcp(url)
  tcp.write(knock(screens))
  await until('the knock is under way', () => (sockets[0]?.bytesRead ?? 0) > 0)
  const closed = close()
  tcp.write(ended)
  await until('it is answered', () => heard() !== '')
  expect(heard()).toMatch(/^HTTP\/1.1 503 /)
  await closed
})

const half = 15 * 1024
const megabytes = 20

test.each([
  ['is there', maskedFrame(finalPing, Buffer.alloc(125))],
  ['may go elsewhere', masked(`40/${'x'.repeat(half)},`)],
])(
  '[SEC13] who asks a thousand times whether it %s and reads no answer fills no memory; who reads has them all',
  async (_what, question) => {
    const { url, sockets } = await openScreensDoor()
    const { tcp, heard } = await openTcp(url)
    tcp.write(Buffer.concat([Buffer.from(knock(screens) + ended), masked('40{}')]))
    await until('it is let in', () => heard().includes('40{"sid"'))
    const before = heard().length
    tcp.pause()
    const times = Math.ceil((megabytes * 1024 * 1024) / question.length)
    tcp.write(Buffer.alloc(times * question.length, question))
    const [held] = sockets
    await until('it is not heard any more', () => held?.isPaused())
    expect(held?.writableLength).toBeLessThan(1024 * 1024)
    tcp.resume()
    const least = times * (question.length - 8)
    await until('it has all answers', () => heard().length - before >= least)
    expect(held?.destroyed).toBe(false)
  },
)

test('[FEED21] who says more than it may is gone at once, though it leaves its end open', async () => {
  const { url, left } = await openScreensDoor()
  const { tcp, heard } = await openTcp(url)
  tcp.write(Buffer.concat([Buffer.from(knock(screens) + ended), masked('40{}')]))
  await until('it is let in', () => heard().includes('40{"sid"'))
  tcp.write(masked(`42["${'x'.repeat(16_384)}"]`))
  await until('it is gone', () => left.length > 0, soon)
  expect(left).toHaveLength(1)
})

test('[SEC13] a hello nested as deep as there is room for ends nothing, over either', async () => {
  const { url, hellos } = await openScreensDoor()
  const depth = 8000
  const deep = `{"night":${'['.repeat(depth)}${']'.repeat(depth)}}`
  const polling = `${url}/socket.io/?EIO=4&transport=polling`
  const { sid } = JSON.parse((await (await fetch(polling)).text()).slice(1))
  await fetch(`${polling}&sid=${sid}`, { method: 'POST', body: `40${deep}` })
  await until('it is heard', () => hellos.length === 1)
  const { tcp } = await openTcp(url)
  tcp.write(Buffer.concat([Buffer.from(knock(screens) + ended), masked(`40${deep}`)]))
  await until('it is heard', () => hellos.length === 2)
  expect(hellos).toEqual(['null', deep])
})
