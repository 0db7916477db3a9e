import { deflated, remembered, worthIt } from './deflate.ts'
import { deflatedFrame, textFrame } from './frame.ts'

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

/** Null where it is not worth the while. */
const smallFrame = (payload: Buffer, before: Buffer): Buffer | null =>
  payload.length < worthIt ? null : deflatedFrame(deflated(payload, before))
