import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { WebSocketServer } from 'ws'
import { createParcel } from '@night/server/fan-out/parcel'
import { readEvents } from './events.ts'
import type { ServeOrder } from './orders.ts'
import { publishAll } from './publish.ts'

// The floor: no rooms, no filters, no resume, no tail. One frame for each event, made before, straight to the sockets.
const [port = '', file = ''] = process.argv.slice(2)
const texts = await readEvents(file)
const frames = texts.map((text) => createParcel('event', text).frame)
/** What is missed after `since`: one buffer, made once. */
const caughtUp = new Map<number, Buffer>()
let published = 0

const first = (since: number): Buffer => {
  const known = caughtUp.get(since)
  if (known) return known
  const events = texts.slice(since, since + missedAfterwards)
  const { frame } = createParcel('night', `{"events":[${events.join(',')}]}`)
  caughtUp.set(since, frame)
  return frame
}
const missedAfterwards = 20

const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
const lines = new Set<Socket>()
sockets.on('connection', (socket, request) => {
  const line = request.socket
  const since = new URL(request.url ?? '/', 'http://localhost').searchParams.get('since')
  line.write(first(since === null ? texts.length : Number(since)))
  lines.add(line)
  socket.on('error', () => undefined)
  socket.on('close', () => lines.delete(line))
})

process.on('message', (order: ServeOrder) => {
  void publishAll(order, () => {
    const frame = frames[published % frames.length]
    published += 1
    if (frame) for (const line of lines) line.write(frame)
  }).then((answer) => process.send?.(answer))
})
http.listen(Number(port), '127.0.0.1', () => process.send?.({ publishedAt: [] }))
