import { deflated, remembered, worthIt } from './deflate.ts'

/** A Socket.IO event, made once for everyone who is sent the same: its text, and the WebSocket frames around that. */
export type Parcel = {
  readonly text: string
  /** What a WebSocket carries of it. */
  readonly payload: Buffer
  readonly frame: Buffer
  /** The same for those who read what was deflated; of a few bytes the very same. */
  readonly small: () => Buffer
}

/** `json` is what the event carries, as JSON already. The default namespace; nothing is awaited in return. */
export const createParcel = (event: string, json: string): Parcel => {
  const text = `2["${event}",${ascii(json)}]`
  // Engine.IO's own mark of a message goes before it.
  const payload = Buffer.from(`4${text}`)
  const frame = textFrame(payload)
  return { text, payload, frame, small: lazily(() => smallFrame(payload, nothing) ?? frame) }
}

/** One name in Welsh, and a browser holds a whole night in two bytes a character and takes half as long again. [FEED18] */
const ascii = (json: string): string =>
  json.replaceAll(
    /[\u0080-\uffff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Parcels that leave together in one write; made once for everyone, in whichever of the two ways somebody needs. */
export type Batch = {
  readonly parcels: readonly Parcel[]
  readonly plain: () => Buffer
  readonly small: () => Buffer
}

/** From how many screens on it pays to deflate events once more, as one, which makes them half as long. */
const many = 8

export const createBatch = (parcels: readonly Parcel[], screens: number): Batch => ({
  parcels,
  plain: lazily(() => joined(parcels.map(({ frame }) => frame))),
  small: lazily(() =>
    parcels.length > 1 && screens >= many
      ? smallTogether(parcels)
      : joined(parcels.map(({ small }) => small())),
  ),
})

/** Each of them may point back at those before it, which its reader has just read. */
const smallTogether = (parcels: readonly Parcel[]): Buffer => {
  let before = nothing
  const frames = parcels.map(({ payload, frame }) => {
    const small = smallFrame(payload, before)
    if (!small) return frame
    before = Buffer.concat([before, payload]).subarray(-remembered)
    return small
  })
  return joined(frames)
}

const nothing = Buffer.alloc(0)

const lazily = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined
  return () => (made ??= make())
}

const joined = (frames: readonly Buffer[]): Buffer => {
  const [first] = frames
  return first && frames.length === 1 ? first : Buffer.concat(frames)
}

const finalText = 0x81
/** RSV1, which says that a message is deflated (RFC 7692, 6). */
const finalDeflatedText = 0xc1
const fitsTwoBytes = 126
const fitsEightBytes = 127

/** One unmasked text frame, as a server sends it (RFC 6455, 5.2). */
const textFrame = (payload: Buffer): Buffer =>
  Buffer.concat([headOf(finalText, payload.length), payload])

/** Null where it is not worth the while. */
const smallFrame = (payload: Buffer, before: Buffer): Buffer | null => {
  if (payload.length < worthIt) return null
  const small = deflated(payload, before)
  return Buffer.concat([headOf(finalDeflatedText, small.length), small])
}

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
