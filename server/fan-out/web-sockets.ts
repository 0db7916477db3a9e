import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { isOwnOrigin } from '../origin.ts'
import { offer, takeOver } from './deflate.ts'
import { isTcp, type Line, type WebSocketLine, webSocketLine } from './line.ts'
import { answersWithin, askedEvery, mostSaid, nowhere, opened, ping, readSaid } from './packets.ts'

export type Told = {
  /** A screen has said its hello, as JSON. */
  readonly arrive: (line: Line, hello: string) => void
  readonly leave: (line: Line) => void
}

/**
 * Screens that speak Socket.IO over a WebSocket from the start, as ours do. Nothing is kept for one
 * but its connection: Engine.IO's and Socket.IO's own objects are half of what a return costs. [FEED15]
 */
export const createWebSockets = (told: Told) => {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: mostSaid,
    perMessageDeflate: offer,
  })
  const lines = new Set<WebSocketLine>()

  const take = (request: IncomingMessage, tcp: Duplex, head: Buffer): void => {
    if (!isTcp(tcp) || !isOwnOrigin(request)) {
      turnAway(tcp, '403 Forbidden')
      return
    }
    // What opens a WebSocket leaves as one write.
    tcp.cork()
    sockets.handleUpgrade(request, tcp, head, (socket) => {
      const isSmall = takeOver(socket, mostSaid)
      const line = webSocketLine({ id: randomUUID(), socket, tcp, isSmall })
      lines.add(line)
      socket.on('close', () => lines.delete(line))
      tcp.write(opened(line.id))
      converse(line, told)
    })
    tcp.uncork()
  }

  return {
    take,
    close: (): void => {
      // Whoever knocks from here on, on a connection that was there before, is turned away. [OPS4]
      sockets.close()
      for (const line of lines) {
        told.leave(line)
        line.socket.close()
      }
    },
  }
}

/** Turns away whoever wants more than HTTP. Node has let go of it by then: a fault of it would end the process. */
export const turnAway = (tcp: Duplex, status: string): void => {
  tcp.on('error', () => undefined)
  tcp.once('finish', () => tcp.destroy())
  tcp.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
}

/** Whether this is a WebSocket from the start, of the protocol as it is now; all else is Socket.IO's. */
export const isWebSocket = ({ url = '' }: IncomingMessage): boolean => {
  const [path, query] = url.split('?', 2)
  if (path !== '/socket.io/') return false
  const asked = new URLSearchParams(query)
  return asked.get('EIO') === '4' && asked.get('transport') === 'websocket' && !asked.has('sid')
}

/** Listens to one screen for as long as it is there. */
const converse = (line: WebSocketLine, { arrive, leave }: Told): void => {
  const { socket, tcp } = line
  let isKnown = false
  const roll = callRoll(line, () => isKnown)
  const listen = (text: string): void => {
    const said = readSaid(text)
    switch (said.kind) {
      case 'hello':
        if (isKnown) return socket.terminate()
        isKnown = true
        return arrive(line, said.json)
      case 'pong':
        return isKnown ? roll.isThere() : undefined
      case 'elsewhere':
        tcp.write(nowhere(said.namespace))
        return hearOnceRead(line)
      case 'goodbye':
        leave(line)
        return socket.close()
      case 'event':
        return isKnown ? undefined : socket.terminate()
      case 'idle':
        return undefined
      case 'nonsense':
        return socket.terminate()
    }
  }
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (!isBinary) listen(data.toString())
  })
  socket.on('ping', () => hearOnceRead(line))
  // After the close frame that tells it what was wrong it is sent nothing more.
  socket.on('error', () => leave(line))
  socket.on('close', () => {
    roll.close()
    leave(line)
  })
}

/** Whoever wants answers and does not read them is heard again once it has: they would fill the memory. [SEC13] */
const hearOnceRead = ({ socket, tcp }: WebSocketLine): void => {
  if (!tcp.writableNeedDrain || socket.isPaused) return
  socket.pause()
  tcp.once('drain', () => socket.resume())
}

/**
 * Asks a screen now and then whether it is there, first so long after it came: its own patience runs from there. One
 * that does not say so, or said no hello by then, is cut off.
 */
const callRoll = ({ socket, tcp }: WebSocketLine, isKnown: () => boolean) => {
  const ask = (): void => {
    if (!isKnown()) return socket.terminate()
    tcp.write(ping)
    timer = setTimeout(() => socket.terminate(), answersWithin)
  }
  let timer = setTimeout(ask, askedEvery)
  return {
    isThere: (): void => {
      clearTimeout(timer)
      timer = setTimeout(ask, askedEvery)
    },
    close: (): void => clearTimeout(timer),
  }
}
