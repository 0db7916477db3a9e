import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { constants, deflateRawSync } from 'node:zlib'

type Told = {
  /** What comes after the upgrade, in pieces as TCP has them: good until it returns, since all sockets read into one. */
  readonly onPiece: (piece: Buffer) => void
  /** `deflated`: the server reads what was deflated, and may write so. */
  readonly onUpgraded: (deflated: boolean) => void
  readonly onGone: () => void
}
type Address = {
  readonly port: number
  readonly path: string
  readonly place?: number
  /** Offers to read what was deflated, as every browser does. */
  readonly deflates?: boolean
}

/** Many come from more than one address of this machine, since an address has only so many ports. */
const addresses = 8

/** One buffer for all that is read is half the cost of reading. */
const shared = Buffer.alloc(65_536)

/** A WebSocket over plain TCP that costs next to nothing: hardly anything that the server says in its handshake is read. */
export const openBareSocket = (address: Address, told: Told): Socket => {
  const { port, place = 0 } = address
  let isUpgraded = false
  let head = Buffer.alloc(0)
  const read = (piece: Buffer): void => {
    if (isUpgraded) return told.onPiece(piece)
    head = Buffer.concat([head, piece])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return
    isUpgraded = true
    told.onUpgraded(head.subarray(0, end).includes('permessage-deflate'))
    const more = head.subarray(end + 4)
    if (more.length > 0) told.onPiece(more)
  }
  const socket = connect({
    port,
    host: '127.0.0.1',
    localAddress: `127.0.0.${2 + (place % addresses)}`,
    noDelay: true,
    onread: {
      buffer: shared,
      callback: (bytes) => {
        read(shared.subarray(0, bytes))
        return true
      },
    },
  })
  socket.on('connect', () => socket.write(upgrade(address)))
  socket.on('error', () => undefined)
  socket.on('close', told.onGone)
  return socket
}

const upgrade = ({ path, deflates = false }: Address): string =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
  `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n` +
  `${deflates ? 'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n' : ''}\r\n`

/** A client's text frame; masked, as a client's must be, with noughts. */
export const masked = (text: string): Buffer => maskedFrame(0x81, Buffer.from(text))

/** The same as a browser says it to a server that reads what was deflated (RFC 7692). */
export const maskedSmall = (text: string): Buffer => maskedFrame(0xc1, small(text))

export const small = (text: string): Buffer =>
  deflateRawSync(text, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4)

/** `first`: the byte that says what kind of frame it is, and whether it is the last of its message. */
export const maskedFrame = (first: number, payload: Buffer): Buffer => {
  const { length } = payload
  const head =
    length < 126 ? [first, 0x80 | length] : [first, 0x80 | 126, length >> 8, length & 0xff]
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
