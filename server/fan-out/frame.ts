/** The first byte of a message that is whole, and of one that is deflated as well (RFC 7692, 6). */
const finalText = 0x81
const finalDeflatedText = 0xc1
const fitsTwoBytes = 126
const fitsEightBytes = 127

/** One unmasked text frame, as a server sends it (RFC 6455, 5.2). */
export const textFrame = (payload: Buffer): Buffer => framed(finalText, payload)

/** The same of what was deflated. */
export const deflatedFrame = (payload: Buffer): Buffer => framed(finalDeflatedText, payload)

const framed = (first: number, payload: Buffer): Buffer =>
  Buffer.concat([headOf(first, payload.length), payload])

const headOf = (first: number, length: number): Buffer => {
  if (length < fitsTwoBytes) return Buffer.from([first, length])
  if (length < 65_536) {
    const head = Buffer.from([first, fitsTwoBytes, 0, 0])
    head.writeUInt16BE(length, 2)
    return head
  }
  const head = Buffer.alloc(10)
  head.set([first, fitsEightBytes])
  head.writeBigUInt64BE(BigInt(length), 2)
  return head
}
