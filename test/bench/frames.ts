import { frameHeadAt } from '../support/bare-socket.ts'

/** What a frame is to a load generator: it looks at a few bytes and at nothing else. */
export type FrameKind = 'open' | 'event' | 'first' | 'ping' | 'other'

/**
 * Reads a server's WebSocket frames with as little work as can be: the length, the first bytes of the payload, and over
 * the rest. Of what was deflated it knows the order alone: what a screen is sent first is the night, what follows is
 * events, since clocks are too short to be deflated. `onFrame` is called when a frame's last byte has come.
 */
export const createFrameReader = (onFrame: (kind: FrameKind) => void) => {
  let rest: Buffer | null = null
  /** Bytes of the frame under way that have not come yet. */
  let missing = 0
  let kind: FrameKind = 'other'
  let hadFirst = false

  return (piece: Buffer): void => {
    let at = 0
    let bytes = piece
    if (missing > 0) {
      at = Math.min(missing, bytes.length)
      missing -= at
      if (missing > 0) return
      onFrame(kind)
    }
    if (rest) {
      bytes = Buffer.concat([rest, bytes.subarray(at)])
      at = 0
      rest = null
    }
    while (at < bytes.length) {
      const head = frameHeadAt(bytes, at)
      if (head === null || bytes.length - at < head.bytes + Math.min(looksAt, head.payload)) {
        rest = Buffer.from(bytes.subarray(at))
        return
      }
      const isDeflated = ((bytes[at] ?? 0) & rsv1) !== 0
      const afterFirst = hadFirst ? 'event' : 'first'
      kind = isDeflated ? afterFirst : kindAt(bytes, at + head.bytes, head.payload)
      hadFirst ||= kind === 'first'
      at += head.bytes + head.payload
      if (at > bytes.length) {
        missing = at - bytes.length
        return
      }
      onFrame(kind)
    }
  }
}

const looksAt = 5
const rsv1 = 0x40

const [open, ping, message, event] = ['0', '2', '4', '2'].map((text) => text.charCodeAt(0))
const [e, n] = ['e', 'n'].map((text) => text.charCodeAt(0))

/** `42["event",…`, `42["night",…`, `0{…`, `2`: Socket.IO's packets; the bare servers send the same bytes. */
const kindAt = (bytes: Buffer, at: number, length: number): FrameKind => {
  const first = bytes[at]
  if (first === open) return 'open'
  if (first === ping && length === 1) return 'ping'
  if (first !== message || bytes[at + 1] !== event) return 'other'
  const initial = bytes[at + 4]
  return initial === e ? 'event' : initial === n ? 'first' : 'other'
}
