import type { NightEvent } from '@night/shared/event'
import type { Follow } from '@night/shared/follow'
import { createFoldedLine, type Folded, type LinePlace } from './folded-line.ts'
import { emptyLog, type FollowedLog, hearLog } from './followed-log.ts'

type Wishes = { readonly [Key in keyof Follow]: Readonly<Follow[Key]> }

type FollowerOptions = LinePlace & {
  readonly night: string
  readonly token?: string | undefined
  /** What to hear; without it, everything. */
  readonly follow?: Wishes | undefined
}

/**
 * A loop over it has every event once and in order, from the night's beginning on, and does not end by itself; leaving
 * it closes the follower. A log that begins again, as when a replay is wound back, begins with `opened`. Where the
 * server refuses, the loop throws its words.
 */
type Follower = Folded<FollowedLog> & AsyncIterable<NightEvent>

/** Follows a night's events for as long as it is open, through every drop. [PKG2 PKG3] */
export const createFollower = (options: FollowerOptions): Follower => {
  const { night, token, follow, ...place } = options
  const line = createFoldedLine(
    {
      begin: emptyLog,
      hear: hearLog,
      hello: ({ seq, hash }) => ({ night, token, follow, since: { seq, hash } }),
      isBehind: ({ isBehind }) => isBehind,
    },
    place,
  )
  const closing = new AbortController()
  const follower = {
    ...line,
    close: () => {
      line.close()
      closing.abort()
    },
  }
  return { ...follower, [Symbol.asyncIterator]: () => eventsOf(follower, closing.signal) }
}

const eventsOf = async function* (
  { current, subscribe, close }: Folded<FollowedLog>,
  closed: AbortSignal,
): AsyncGenerator<NightEvent, void> {
  const waiting = [...current().events]
  let { resets } = current()
  let wake = (): void => undefined
  closed.addEventListener('abort', () => wake())
  const unsubscribe = subscribe((log) => {
    // What was heard of a log that is void is not handed on.
    if (log.resets !== resets) waiting.length = 0
    resets = log.resets
    waiting.push(...log.arrived)
    wake()
  })
  try {
    while (!closed.aborted) {
      // One after the other: while a loop is busy with one, those behind it may turn out to be void.
      const next = waiting.shift()
      if (next) {
        yield next
        continue
      }
      refuseIfRefused(current())
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  } finally {
    unsubscribe()
    close()
  }
}

/** What the server cannot do just now it can do shortly, and is asked again. */
const refuseIfRefused = ({ problem }: FollowedLog): void => {
  if (problem === null || problem.status >= 500) return
  throw Object.assign(new Error(problem.detail), { code: problem.code, status: problem.status })
}
