import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

type Told = {
  /** What comes after the upgrade, in pieces as TCP has them. */
  readonly onPiece: (piece: Buffer) => void
  readonly onUpgraded: () => void
  readonly onGone: () => void
}
type Address = { readonly port: number; readonly path: string; readonly place?: number }

/** Many come from more than one address of this machine, since an address has only so many ports. */
const addresses = 8

/** A WebSocket over plain TCP that costs next to nothing: nothing that the server says in its handshake is read. */
export const openBareSocket = ({ port, path, place = 0 }: Address, told: Told): Socket => {
  const socket = connect({
    port,
    host: '127.0.0.1',
    localAddress: `127.0.0.${2 + (place % addresses)}`,
    noDelay: true,
  })
  let isUpgraded = false
  let head = Buffer.alloc(0)
  socket.on('connect', () => socket.write(upgrade(path)))
  socket.on('data', (piece) => {
    if (isUpgraded) return told.onPiece(piece)
    head = Buffer.concat([head, piece])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return
    isUpgraded = true
    told.onUpgraded()
    const more = head.subarray(end + 4)
    if (more.length > 0) told.onPiece(more)
  })
  socket.on('error', () => undefined)
  socket.on('close', told.onGone)
  return socket
}

const upgrade = (path: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
  `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`

/** A client's text frame; masked, as a client's must be, with noughts. */
export const masked = (text: string): Buffer => {
  const payload = Buffer.from(text)
  const { length } = payload
  const head = length < 126 ? [0x81, 0x80 | length] : [0x81, 0x80 | 126, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), payload])
}

type FrameHead = { readonly bytes: number; readonly payload: number }

/** Lengths of the frame that begins at `at`, null until its head is whole. RFC 6455, 5.2; a server does not mask. */
export const frameHeadAt = (bytes: Buffer, at: number): FrameHead | null => {
  if (bytes.length - at < 2) return null
  const short = (bytes[at + 1] ?? 0) & 0x7f
  if (short < 126) return { bytes: 2, payload: short }
  if (short === 126)
    return bytes.length - at < 4 ? null : { bytes: 4, payload: bytes.readUInt16BE(at + 2) }
  return bytes.length - at < 10
    ? null
    : { bytes: 10, payload: Number(bytes.readBigUInt64BE(at + 2)) }
}
