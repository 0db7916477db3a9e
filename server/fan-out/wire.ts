// The one place that looks inside Engine.IO (pinned; a test fails when what is read here has moved). Where nothing is
// under way for a screen, its frames go to the connection as they are; everywhere else (polling, upgrading, a write that
// has not ended) they take Engine.IO's own way, which keeps their order. [FEED15]

import { Socket as TcpSocket } from 'node:net'
import type { Writable } from 'node:stream'
import type { ScreenSocket } from '../admission.ts'
import { readsDeflated } from './deflate.ts'
import type { Batch, Parcel } from './parcel.ts'

/** Where a screen is written to: its connection in Engine.IO, and, where that is a WebSocket's, the one of TCP below it. */
export type Line = Straight & {
  readonly conn: ScreenSocket['conn']
  /** What was last put past TCP's own line has not all left. */
  isLeaving: boolean
  readonly left: () => void
}
/** One object, not several: a thousand of them are looked at for each event, and each look is at memory gone cold. */
type Straight = { engine: Engine | null; tcp: Tcp | null; isSmall: boolean }

const lines = new WeakMap<object, Line>()

/** One for each connection, in however many rooms it is. */
export const lineOf = ({ conn }: ScreenSocket): Line => {
  const known = lines.get(conn)
  if (known) return known
  const line: Line = {
    conn,
    ...straightOf(conn),
    isLeaving: false,
    left: () => {
      line.isLeaving = false
    },
  }
  lines.set(conn, line)
  return line
}

/** Says whether they went straight to the connection, or queue in Engine.IO. */
export const send = (line: Line, { parcels, plain, small }: Batch): 'straight' | 'queued' => {
  // Whoever polled may have a WebSocket by now; whoever has one keeps it.
  if (!line.tcp) Object.assign(line, straightOf(line.conn))
  const { conn, engine, tcp, isSmall, isLeaving } = line
  if (tcp && engine && !isLeaving && tcp.writableLength === 0 && isEmpty(engine, tcp)) {
    line.isLeaving = true
    // TCP's own line, where nothing waits in it either, is a tenth of a write. What does not all leave at once leaves
    // before whatever that line is given next.
    // oxlint-disable-next-line no-underscore-dangle -- Node's own name for what that line calls in turn
    tcp._write(isSmall ? small() : plain(), 'buffer', line.left)
    return 'straight'
  }
  for (const parcel of parcels) conn.write(parcel.text, optionsOf(parcel))
  return 'queued'
}

/** What a screen is sent first, behind what Engine.IO has written already in this turn. */
export const sendFirst = (socket: ScreenSocket, parcels: readonly Parcel[]): void => {
  const { conn } = socket
  const { engine, tcp, isSmall } = straightOf(conn)
  const goesStraight = tcp !== null && engine !== null && isEmpty(engine, tcp)
  for (const parcel of parcels)
    if (goesStraight) tcp.write(isSmall ? parcel.small() : parcel.frame)
    else conn.write(parcel.text, optionsOf(parcel))
}

/** What is written to a connection until the loop turns leaves as one write: to come costs a screen five otherwise. */
export const writeTogether = (tcp: Writable): void => {
  tcp.cork()
  setImmediate(() => tcp.uncork())
}

/** The same for what a screen is answered when it was let in. */
export const answerTogether = ({ conn }: ScreenSocket): void => {
  const { tcp } = straightOf(conn)
  if (tcp) writeTogether(tcp)
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
type Tcp = TcpSocket & {
  readonly _write: (bytes: Buffer, encoding: 'buffer', left: () => void) => void
}

const isTcp = (one: unknown): one is Tcp => one instanceof TcpSocket

const isEngine = (conn: object): conn is Engine =>
  'writeBuffer' in conn && Array.isArray(conn.writeBuffer) && 'transport' in conn

const none: Straight = { engine: null, tcp: null, isSmall: false }

const straightOf = (conn: object): Straight => {
  if (!isEngine(conn) || conn.transport.name !== 'websocket') return none
  const { socket } = conn.transport
  // oxlint-disable-next-line no-underscore-dangle -- ws' own name
  const tcp = socket?._socket
  return socket && isTcp(tcp) ? { engine: conn, tcp, isSmall: readsDeflated(socket) } : none
}

/** Nothing waits in Engine.IO; what it was writing is in TCP's own line already, so whatever comes next is next. */
const isEmpty = ({ readyState, writeBuffer }: Engine, tcp: Tcp): boolean =>
  readyState === 'open' && writeBuffer.length === 0 && tcp.writable

/** Engine.IO takes a frame that was made before, for transports that have frames. */
const optionsOf = ({ frame }: Parcel) => ({ compress: false, wsPreEncodedFrame: [frame] })

/** What a connection keeps of the request that it came with is a third of its memory, and nobody asks for it again. */
export const forgetRequest = ({ conn, client, handshake }: ScreenSocket): void => {
  Reflect.set(conn, 'request', null)
  Reflect.set(client, 'request', null)
  handshake.headers = {}
  handshake.auth = {}
}
