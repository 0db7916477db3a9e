// The one place that looks inside Engine.IO (pinned; a test fails when what is read here has moved). Where nothing is
// under way for a screen, its frames go to the connection as they are; everywhere else (polling, upgrading, a write that
// has not ended) they take Engine.IO's own way, which keeps their order. [FEED15]

import { Socket as TcpSocket } from 'node:net'
import type { ScreenSocket } from '../admission.ts'
import type { Parcel } from './parcel.ts'

/** Several parcels as one write. */
export const bytesOf = (parcels: readonly Parcel[]): Buffer => {
  const [first] = parcels
  return first && parcels.length === 1
    ? first.frame
    : Buffer.concat(parcels.map(({ frame }) => frame))
}

/** `bytes` are those of the parcels. Says whether they went straight to the connection, or queue in Engine.IO. */
export const send = (
  { conn }: ScreenSocket,
  parcels: readonly Parcel[],
  bytes: Buffer,
): 'straight' | 'queued' => {
  const line = idleLine(conn)
  if (line) line.write(bytes)
  else for (const parcel of parcels) conn.write(parcel.text, optionsOf(parcel))
  return line ? 'straight' : 'queued'
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
    readonly writable: boolean
    readonly socket?: { readonly _socket?: TcpSocket | null }
  }
}

const isEngine = (conn: object): conn is Engine =>
  'writeBuffer' in conn && Array.isArray(conn.writeBuffer) && 'transport' in conn

/** The TCP connection of a screen for which nothing is under way; null where there is none such. */
const idleLine = (conn: object): TcpSocket | null => {
  if (!isEngine(conn) || conn.readyState !== 'open' || conn.writeBuffer.length > 0) return null
  const { name, writable, socket } = conn.transport
  if (name !== 'websocket' || !writable) return null
  // oxlint-disable-next-line no-underscore-dangle -- ws' own name
  const line = socket?._socket
  return line instanceof TcpSocket && line.writable && line.writableLength === 0 ? line : null
}

/** Engine.IO takes a frame that was made before, for transports that have frames. */
const optionsOf = ({ frame }: Parcel) => ({ compress: false, wsPreEncodedFrame: [frame] })

/** What a connection keeps of the request that it came with is a third of its memory, and nobody asks for it again. */
export const forgetRequest = ({ conn, client, handshake }: ScreenSocket): void => {
  Reflect.set(conn, 'request', null)
  Reflect.set(client, 'request', null)
  handshake.headers = {}
  handshake.auth = {}
}
