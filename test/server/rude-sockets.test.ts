import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { promisify } from 'node:util'
import { sendFirst } from '@night/server/fan-out/line'
import { createSocketIo } from '@night/server/fan-out/socket-io'
import { listen } from '@night/server/listen'
import { expect, onTestFinished, test } from 'vitest'
import { until } from '../support/until.ts'

/** Where screens connect, with nobody behind it: whoever says hello is let in. */
const openOurs = async () => {
  const http = createServer()
  const left: string[] = []
  const { close } = createSocketIo(http, {
    arrive: (line) => sendFirst(line, []),
    leave: ({ id }) => void left.push(id),
  })
  onTestFinished(close)
  return { http, left, close, url: await listen(http, { host: '127.0.0.1', port: 0 }) }
}

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

const heldBy = (http: Server): Promise<number> => promisify(http.getConnections.bind(http))()
const holdsNobody = (http: Server) => async () => (await heldBy(http)) === 0

test.each([
  ['404', knock('/elsewhere')],
  ['403', knock(screens, 'Origin: http://elsewhere.example')],
  ['400', knock('/socket.io/?EIO=4&transport=websocket&sid=nobody')],
  ['400', knock('/socket.io/?EIO=4')],
])(
  '[SEC13] who is answered %s ends nothing by breaking off, and is not held',
  async (status, said) => {
    const { http, url } = await openOurs()
    for (let times = 0; times < 10; times += 1) {
      const { tcp } = await openTcp(url)
      tcp.write(said + ended)
      await new Promise(setImmediate)
      tcp.resetAndDestroy()
    }
    const { tcp, heard } = await openTcp(url)
    tcp.write(said + ended)
    await until('it is answered', () => heard().startsWith(`HTTP/1.1 ${status} `))
    await until('nobody is held', holdsNobody(http), 2000)
  },
)

test('[OPS4] a knock that is finished while the server closes is answered 503', async () => {
  const { url, close } = await openOurs()
  const { tcp, heard } = await openTcp(url)
  tcp.write(knock(screens))
  await new Promise((resolve) => setTimeout(resolve, 50))
  const closed = close()
  tcp.write(ended)
  await until('it is answered', () => heard() !== '')
  expect(heard()).toMatch(/^HTTP\/1.1 503 /)
  await closed
})
