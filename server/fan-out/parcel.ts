/** A Socket.IO event, made once for everyone who is sent the same: its text, and the WebSocket frame around that. */
export type Parcel = { readonly text: string; readonly frame: Buffer }

/** `json` is what the event carries, as JSON already. The default namespace; nothing is awaited in return. */
export const createParcel = (event: string, json: string): Parcel => {
  const text = `2["${event}",${json}]`
  // Engine.IO's own mark of a message goes before it.
  return { text, frame: textFrame(Buffer.from(`4${text}`)) }
}

const finalText = 0x81
const fitsTwoBytes = 126
const fitsEightBytes = 127

/** One unmasked text frame, as a server sends it (RFC 6455, 5.2). */
const textFrame = (payload: Buffer): Buffer => Buffer.concat([headOf(payload.length), payload])

const headOf = (length: number): Buffer => {
  if (length < fitsTwoBytes) return Buffer.from([finalText, length])
  if (length < 65_536) {
    const head = Buffer.from([finalText, fitsTwoBytes, 0, 0])
    head.writeUInt16BE(length, 2)
    return head
  }
  const head = Buffer.alloc(10)
  head.set([finalText, fitsEightBytes])
  head.writeBigUInt64BE(BigInt(length), 2)
  return head
}
