import { z } from 'zod'

const Place = z.object({ seq: z.int().min(0), hash: z.string() })
/** Where a screen stands in a night: what it says when it comes back. */
export type Place = z.infer<typeof Place>

/** What is read of each message: no more than where it leads. */
const Said = z.union([
  z.tuple([z.literal('event'), Place]).transform(([, event]) => ({ places: [event] })),
  z
    .tuple([z.literal('night'), z.object({ events: z.array(Place) })])
    .transform(([, { events }]) => ({ places: events, isGreeting: true })),
  z
    .tuple([z.literal('night'), z.object({ board: Place })])
    .transform(([, { board }]) => ({ places: [board], isGreeting: true, isWhole: true })),
])

type Heard = {
  readonly places: readonly Place[]
  /** The first that a server says. */
  readonly isGreeting: boolean
  /** The whole board, whatever was there before. */
  readonly isWhole: boolean
}

let last: { readonly payload: Buffer; readonly heard: Heard } | null = null

/** What an Engine.IO message means for a client's place; null for all else. Thousands are sent the same one: read once. */
export const heardIn = (payload: Buffer): Heard | null => {
  const begins = payload.toString('latin1', 0, 9)
  if (begins !== '42["event' && begins !== '42["night') return null
  if (!last?.payload.equals(payload)) {
    const said = Said.parse(JSON.parse(payload.toString('utf8', 2)))
    last = {
      payload: Buffer.from(payload),
      heard: { isGreeting: false, isWhole: false, ...said },
    }
  }
  return last.heard
}
