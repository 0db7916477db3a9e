import { Socket as TcpSocket } from 'node:net'
import type { Socket } from 'socket.io'
import type { WebSocket } from 'ws'
import { connected, disconnected } from './packets.ts'
import type { Batch, Parcel } from './parcel.ts'

/** A screen's connection: a WebSocket from the start, or whatever else Socket.IO has, as for those that poll. */
export type Line = WebSocketLine | SocketIoLine

export type WebSocketLine = {
  readonly kind: 'websocket'
  readonly id: string
  readonly socket: WebSocket
  readonly tcp: Tcp
  /** Whether it reads what was deflated. */
  readonly isSmall: boolean
  isOver: boolean
  /** What was last put past TCP's own line has not all left. */
  isLeaving: boolean
  readonly left: () => void
  /** Packets in TCP's own line. */
  queued: number
}
type SocketIoLine = {
  readonly kind: 'socket.io'
  readonly id: string
  readonly socket: Socket
  isOver: boolean
}

/** What a stream has for whoever makes one, which nobody else is told of. */
type Tcp = TcpSocket & {
  readonly _write: (bytes: Buffer, encoding: 'buffer', left: () => void) => void
}
export const isTcp = (one: unknown): one is Tcp => one instanceof TcpSocket

type OfWebSocket = Pick<WebSocketLine, 'id' | 'socket' | 'tcp' | 'isSmall'>

export const webSocketLine = (of: OfWebSocket): WebSocketLine => {
  const line: WebSocketLine = {
    kind: 'websocket',
    ...of,
    isOver: false,
    isLeaving: false,
    left: () => {
      line.isLeaving = false
    },
    queued: 0,
  }
  return line
}

/** Sends a batch in one write; says whether it left at once, or waits behind what was sent before it. [FEED15] */
export const send = (line: Line, batch: Batch): 'straight' | 'queued' => {
  if (line.kind === 'websocket') return sendDown(line, batch)
  for (const parcel of batch.parcels) line.socket.conn.write(parcel.text, optionsOf(parcel))
  return 'queued'
}

const sendDown = (line: WebSocketLine, { parcels, plain, small }: Batch): 'straight' | 'queued' => {
  const { tcp, isSmall } = line
  if (!tcp.writable) return 'queued'
  const bytes = isSmall ? small() : plain()
  if (!line.isLeaving && tcp.writableLength === 0) {
    line.isLeaving = true
    // TCP's own line, where nothing waits in it, is a tenth of a write. What does not all leave at once leaves before
    // whatever that line is given next.
    // oxlint-disable-next-line no-underscore-dangle -- Node's own name for what that line calls in turn
    tcp._write(bytes, 'buffer', line.left)
    return 'straight'
  }
  line.queued += parcels.length
  tcp.write(bytes, () => {
    line.queued -= parcels.length
  })
  return 'queued'
}

/** What a screen is sent first, with the answer to its hello. */
export const sendFirst = (line: Line, parcels: readonly Parcel[]): void => {
  if (line.kind === 'socket.io') {
    for (const parcel of parcels) line.socket.conn.write(parcel.text, optionsOf(parcel))
    return
  }
  const { tcp, isSmall } = line
  tcp.cork()
  tcp.write(connected(line.id))
  for (const parcel of parcels) tcp.write(isSmall ? parcel.small() : parcel.frame)
  tcp.uncork()
}

/** Packets that wait to be written to one screen. */
export const packetsWaiting = (line: Line): number => {
  if (line.kind === 'websocket') return line.queued + (line.isLeaving ? 1 : 0)
  const waiting: unknown = Reflect.get(line.socket.conn, 'writeBuffer')
  return Array.isArray(waiting) ? waiting.length : 0
}

/** Ends a connection, which is sent nothing more; the screen is told not to come back by itself. */
export const end = (line: Line): void => {
  if (line.kind === 'socket.io') {
    line.socket.disconnect(true)
    return
  }
  line.tcp.write(disconnected)
  line.socket.close()
}

/**
 * Ends a connection, which is sent nothing more; the screen comes back. Who polls is told with its next poll: a client
 * that was about to have a WebSocket in place of it would not notice otherwise until it misses being asked.
 */
export const cut = (line: Line): void => {
  if (line.kind === 'websocket') line.socket.terminate()
  else line.socket.conn.close()
}

/** Engine.IO takes a frame that was made before, for transports that have frames. */
const optionsOf = ({ frame }: Parcel) => ({ compress: false, wsPreEncodedFrame: [frame] })
