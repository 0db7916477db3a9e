// The one place that looks inside Engine.IO (pinned; a test fails when what is read here has moved). Where nothing is
// under way for a screen, its frames go to the connection as they are; everywhere else (polling, upgrading, a write that
// has not ended) they take Engine.IO's own way, which keeps their order. [FEED15]

import { Socket as TcpSocket } from 'node:net'
import type { Writable } from 'node:stream'
import type { ScreenSocket } from '../admission.ts'
import { readsDeflated } from './deflate.ts'
import type { Batch, Parcel } from './parcel.ts'

/** Where a screen is written to: its connection in Engine.IO, and, where that is a WebSocket's, the one of TCP below it. */
export type Line = { readonly conn: ScreenSocket['conn']; straight: Straight | null }
type Straight = { readonly engine: Engine; readonly tcp: TcpSocket; readonly isSmall: boolean }

export const lineOf = ({ conn }: ScreenSocket): Line => ({ conn, straight: straightOf(conn) })

/** Says whether they went straight to the connection, or queue in Engine.IO. */
export const send = (line: Line, { parcels, plain, small }: Batch): 'straight' | 'queued' => {
  // Whoever polled may have a WebSocket by now; whoever has one keeps it.
  const straight = (line.straight ??= straightOf(line.conn))
  if (straight && straight.tcp.writableLength === 0 && isEmpty(straight)) {
    straight.tcp.write(straight.isSmall ? small() : plain())
    return 'straight'
  }
  for (const parcel of parcels) line.conn.write(parcel.text, optionsOf(parcel))
  return 'queued'
}

/** What a screen is sent first, behind what Engine.IO has written already in this turn. */
export const sendFirst = (socket: ScreenSocket, parcels: readonly Parcel[]): void => {
  const { conn, straight } = lineOf(socket)
  const goesStraight = straight !== null && isEmpty(straight)
  for (const parcel of parcels)
    if (goesStraight) straight.tcp.write(straight.isSmall ? parcel.small() : parcel.frame)
    else conn.write(parcel.text, optionsOf(parcel))
}

/** What is written to a connection until the loop turns leaves as one write: to come costs a screen five otherwise. */
export const writeTogether = (tcp: Writable): void => {
  tcp.cork()
  setImmediate(() => tcp.uncork())
}

/** The same for what a screen is answered when it was let in. */
export const answerTogether = ({ conn }: ScreenSocket): void => {
  const straight = straightOf(conn)
  if (straight) writeTogether(straight.tcp)
}

/** Packets that wait to be written to one screen. */
export const packetsWaiting = (conn: object): number =>
  isEngine(conn) ? conn.writeBuffer.length : 0

/** What is read of Engine.IO that it does not publish; plain properties, since this is asked for each screen each time. */
type Engine = {
  readonly readyState: string
  readonly writeBuffer: readonly unknown[]
  readonly transport: {
    readonly name: string
    readonly socket?: { readonly _socket?: TcpSocket | null }
  }
}

const isEngine = (conn: object): conn is Engine =>
  'writeBuffer' in conn && Array.isArray(conn.writeBuffer) && 'transport' in conn

const straightOf = (conn: object): Straight | null => {
  if (!isEngine(conn) || conn.transport.name !== 'websocket') return null
  const { socket } = conn.transport
  // oxlint-disable-next-line no-underscore-dangle -- ws' own name
  const tcp = socket?._socket
  return socket && tcp instanceof TcpSocket
    ? { engine: conn, tcp, isSmall: readsDeflated(socket) }
    : null
}

/** Nothing waits in Engine.IO; what it was writing is in TCP's own line already, so whatever comes next is next. */
const isEmpty = ({ engine, tcp }: Straight): boolean =>
  engine.readyState === 'open' && engine.writeBuffer.length === 0 && tcp.writable

/** Engine.IO takes a frame that was made before, for transports that have frames. */
const optionsOf = ({ frame }: Parcel) => ({ compress: false, wsPreEncodedFrame: [frame] })

/** What a connection keeps of the request that it came with is a third of its memory, and nobody asks for it again. */
export const forgetRequest = ({ conn, client, handshake }: ScreenSocket): void => {
  Reflect.set(conn, 'request', null)
  Reflect.set(client, 'request', null)
  handshake.headers = {}
  handshake.auth = {}
}
