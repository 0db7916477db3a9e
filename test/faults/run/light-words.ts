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

let last: { readonly text: string; readonly heard: Heard } | null = null

/** What an Engine.IO message means for a client's place; null for all else. Thousands are sent the same one: read once. */
export const heardIn = (text: string): Heard | null => {
  if (!text.startsWith('42["event"') && !text.startsWith('42["night"')) return null
  if (last?.text !== text) {
    const said = Said.parse(JSON.parse(text.slice(2)))
    last = { text, heard: { isGreeting: false, isWhole: false, ...said } }
  }
  return last.heard
}
