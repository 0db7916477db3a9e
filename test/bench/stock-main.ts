import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { readEvents } from './events.ts'
import type { ServeOrder } from './orders.ts'
import { publishAll } from './publish.ts'

// Socket.IO as it comes: one room, `emit` for each event, what was missed sent to each screen that comes back.
const [port = '', file = ''] = process.argv.slice(2)
const events: unknown[] = (await readEvents(file)).map((text) => JSON.parse(text))
const missedAfterwards = 20
let published = 0

const http = createServer()
const io = new Server(http)
io.on('connection', (socket) => {
  const since = Number(Object(socket.handshake.auth).since ?? events.length)
  socket.emit('night', { events: events.slice(since, since + missedAfterwards) })
  void socket.join('night')
})

process.on('message', (order: ServeOrder) => {
  void publishAll(order, () => {
    io.to('night').emit('event', events[published % events.length])
    published += 1
  }).then((answer) => process.send?.(answer))
})
http.listen(Number(port), '127.0.0.1', () => process.send?.({ publishedAt: [] }))
