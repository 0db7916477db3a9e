/** What a frame is to a load generator: it looks at a few bytes and at nothing else. */
export type FrameKind = 'open' | 'event' | 'first' | 'ping' | 'other'

/**
 * Reads a server's WebSocket frames with as little work as can be: the length, the first bytes of the payload, and over
 * the rest. `onFrame` is called when a frame's last byte has come.
 */
export const createFrameReader = (onFrame: (kind: FrameKind) => void) => {
  let rest: Buffer | null = null
  /** Bytes of the frame under way that have not come yet. */
  let missing = 0
  let kind: FrameKind = 'other'

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
      const head = headAt(bytes, at)
      if (head === null || bytes.length - at < head.bytes + Math.min(looksAt, head.payload)) {
        rest = bytes.subarray(at)
        return
      }
      kind = kindAt(bytes, at + head.bytes, head.payload)
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

type Head = { readonly bytes: number; readonly payload: number }

/** RFC 6455, 5.2; a server does not mask. */
const headAt = (bytes: Buffer, at: number): Head | null => {
  if (bytes.length - at < 2) return null
  const short = (bytes[at + 1] ?? 0) & 0x7f
  if (short < 126) return { bytes: 2, payload: short }
  if (short === 126)
    return bytes.length - at < 4 ? null : { bytes: 4, payload: bytes.readUInt16BE(at + 2) }
  return bytes.length - at < 10
    ? null
    : { bytes: 10, payload: Number(bytes.readBigUInt64BE(at + 2)) }
}

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
