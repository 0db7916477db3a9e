import { begin, type Delivered, hear, type History, placeOf } from './history.ts'
import { createLine } from './line.ts'
import { ownVersion } from './own-version.ts'
import { keepUpToDate } from './renewal.ts'

export type FeedOptions = {
  readonly night: string
  /** Where the server is; the page's own by default. */
  readonly url?: string
  readonly token?: string
  /** What the page was delivered with. */
  readonly delivered?: Delivered | null
  /** When that was true, in milliseconds on this machine's clock; now, where it came with the page. */
  readonly deliveredAt?: number
}

export type Feed = {
  readonly current: () => History
  /** Calls back after each change; the answer ends it. */
  readonly subscribe: (listener: (history: History) => void) => () => void
  readonly close: () => void
}

/** Follows a night for as long as it is open, through every drop. [FEED1 FEED3] */
export const createFeed = (options: FeedOptions): Feed => {
  const { night, url, token, delivered = null, deliveredAt = Date.now() } = options
  let history = begin(delivered, deliveredAt)
  const listeners = new Set<(history: History) => void>()
  // A page that follows another server was not built by it.
  const isAtHome = url === undefined
  const version = isAtHome ? ownVersion() : undefined
  const line = createLine({
    url,
    hello: () => ({ night, token, since: placeOf(history), version }),
    onHeard: (heard) => {
      history = hear(history, heard, Date.now())
      for (const listener of listeners) listener(history)
      if (history.wants !== 'nothing') line.askAgain()
    },
  })
  const feed: Pick<Feed, 'current' | 'subscribe'> = {
    current: () => history,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const stopLooking = isAtHome ? keepUpToDate(feed) : undefined
  return {
    ...feed,
    close: () => {
      stopLooking?.()
      listeners.clear()
      line.close()
    },
  }
}
