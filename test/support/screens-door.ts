import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { sendFirst } from '@night/server/fan-out/line'
import { createSocketIo } from '@night/server/fan-out/socket-io'
import { listen } from '@night/server/listen'
import { onTestFinished } from 'vitest'

/** Where screens connect, with nobody behind it: whoever says hello is let in and told nothing. */
export const openScreensDoor = async () => {
  const http = createServer()
  const sockets: Socket[] = []
  http.on('connection', (socket: Socket) => sockets.push(socket))
  const hellos: string[] = []
  const left: string[] = []
  const { close } = createSocketIo(http, {
    arrive: (line, hello) => {
      hellos.push(hello)
      sendFirst(line, [])
    },
    leave: ({ id }) => void left.push(id),
  })
  onTestFinished(close)
  const url = await listen(http, { host: '127.0.0.1', port: 0 })
  return { http, url, sockets, hellos, left, close }
}
