import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { createFrameReader, type FrameKind } from './frames.ts'

export type Target = {
  readonly port: number
  readonly path: string
  /** Socket.IO's first packet, with what the screen says of itself; none for a bare socket. */
  readonly hello: string | null
  /** Whether the server says something at first; otherwise a screen is there once it is connected. */
  readonly greets: boolean
}

type Told = {
  readonly onFrame: (kind: FrameKind) => void
  readonly onGone: () => void
}

/** Many come from more than one address of this machine, since an address has only so many ports. */
const addresses = 8

/** One screen that parses nothing: a WebSocket over plain TCP. */
export const openClient = (target: Target, place: number, told: Told): Socket => {
  const { port, path, hello, greets } = target
  const socket = connect({
    port,
    host: '127.0.0.1',
    localAddress: `127.0.0.${2 + (place % addresses)}`,
    noDelay: true,
  })
  const read = createFrameReader((kind) => {
    if (kind === 'open' && hello) socket.write(masked(hello))
    else if (kind === 'ping') socket.write(masked('3'))
    told.onFrame(kind)
  })
  let isUpgraded = false
  let head = Buffer.alloc(0)
  socket.on('connect', () => socket.write(upgrade(path)))
  socket.on('data', (piece) => {
    if (isUpgraded) return read(piece)
    head = Buffer.concat([head, piece])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return
    isUpgraded = true
    if (!greets) told.onFrame('first')
    const more = head.subarray(end + 4)
    if (more.length > 0) read(more)
  })
  socket.on('error', () => undefined)
  socket.on('close', told.onGone)
  return socket
}

const upgrade = (path: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
  `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n\r\n`

/** A client's text frame; masked, as a client's must be, with noughts. */
const masked = (text: string): Buffer => {
  const payload = Buffer.from(text)
  const { length } = payload
  const head = length < 126 ? [0x81, 0x80 | length] : [0x81, 0x80 | 126, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), payload])
}
