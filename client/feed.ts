import { createFoldedLine, type Folded, type LinePlace } from './folded-line.ts'
import { begin, type Delivered, hear, type History, placeOf } from './history.ts'

export type FeedOptions = LinePlace & {
  readonly night: string
  readonly token?: string | undefined
  /** What the page was built as, where it was. */
  readonly version?: string | undefined
  /** What the page was delivered with. */
  readonly delivered?: Delivered | null
  /** When that was true, in milliseconds on this machine's clock; now, where it came with the page. */
  readonly deliveredAt?: number
}

export type Feed = Folded<History>

/** Follows a night's board for as long as it is open, through every drop. [FEED1 FEED3] */
export const createFeed = (options: FeedOptions): Feed => {
  const { night, token, version, delivered = null, deliveredAt = Date.now(), ...place } = options
  return createFoldedLine(
    {
      begin: begin(delivered, deliveredAt),
      hear,
      hello: (history) => ({ night, token, since: placeOf(history), version }),
      isBehind: ({ wants }) => wants !== 'nothing',
    },
    place,
  )
}
