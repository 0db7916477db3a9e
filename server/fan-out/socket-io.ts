import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { Server, type ServerOptions, type Socket } from 'socket.io'
import { isOwnOrigin } from '../origin.ts'
import type { Line } from './line.ts'
import { answersWithin, askedEvery, mostSaid } from './packets.ts'
import { createWebSockets, isWebSocket, type Told, turnAway } from './web-sockets.ts'

/** Screens send a hello and nothing else; a dead one is gone after 35 s. */
const options: Partial<ServerOptions> = {
  serveClient: false,
  maxHttpBufferSize: mostSaid,
  pingInterval: askedEvery,
  pingTimeout: answersWithin,
  allowRequest: (request, answer) => answer(null, isOwnOrigin(request) && !asksForScript(request)),
}

/** Engine.IO would answer `?j=` with a script (JSONP): a page of any origin may run that, and says no origin. [SEC4] */
const asksForScript = ({ url = '' }: IncomingMessage): boolean =>
  new URLSearchParams(url.slice(url.indexOf('?') + 1)).has('j')

/** Where screens connect, by Socket.IO's protocol: a WebSocket from the start is ours, all else is the library's. */
export const createSocketIo = (http: HttpServer, told: Told) => {
  const io = new Server(http, options)
  io.on('connection', (socket) => {
    const line: Line = { kind: 'socket.io', id: socket.id, socket, isOver: false }
    socket.on('disconnect', () => told.leave(line))
    told.arrive(line, helloOf(socket))
  })
  const webSockets = createWebSockets(told)
  http.removeAllListeners('upgrade')
  http.on('upgrade', (request: IncomingMessage, tcp: Duplex, head: Buffer) => {
    if (isWebSocket(request)) webSockets.take(request, tcp, head)
    else if (request.url?.startsWith('/socket.io/')) io.engine.handleUpgrade(request, tcp, head)
    else turnAway(tcp, '404 Not Found')
  })
  return {
    close: async (): Promise<void> => {
      webSockets.close()
      await io.close()
    },
  }
}

/** What it said, as JSON. What is nested deeper than can be written again is no hello, and ends nothing. [SEC13] */
const helloOf = ({ handshake }: Socket): string => {
  try {
    return JSON.stringify(handshake.auth)
  } catch {
    return 'null'
  }
}
