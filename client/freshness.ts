import { clockTime } from '@night/shared/time'
import { delayedAfter } from './heard.ts'
import type { History } from './history.ts'
import { nightTime } from './night-clock.ts'

/** How far a screen may be believed. */
type Freshness = {
  readonly state: 'connecting' | 'fresh' | 'delayed' | 'stale' | 'lost' | 'refused' | 'void'
  readonly words: string
}

/** Seconds. */
const staleAfter = 60
/** Milliseconds for which it is said that the log was put back. */
const voidFor = 600_000

/** How old the screen is, in words; amber is `delayed`, red is all that follows. [WALL3 WALL4 BAK7] */
export const freshness = (history: History, now: number): Freshness => {
  const { link, heardAt, problem, voidedAt } = history
  if (link === 'refused')
    return { state: 'refused', words: problem?.detail ?? 'The server refused' }
  if (heardAt === null) {
    return link === 'lost'
      ? { state: 'lost', words: 'No connection to the server' }
      : { state: 'connecting', words: 'Connecting' }
  }
  const age = Math.max(0, Math.floor((now - heardAt) / 1000))
  if (link === 'lost')
    return { state: 'lost', words: `Connection lost – last figures ${last(history)}` }
  if (age > staleAfter) {
    return {
      state: 'stale',
      words: `Nothing heard for ${span(age)} – last figures ${last(history)}`,
    }
  }
  if (now - heardAt >= delayedAfter)
    return { state: 'delayed', words: `Delayed – last heard ${age} s ago` }
  if (voidedAt && now - voidedAt < voidFor) {
    const when = last({ ...history, heardAt: voidedAt })
    return {
      state: 'void',
      words: `The log was put back at ${when}: what is no longer here is void`,
    }
  }
  return { state: 'fresh', words: `${age} s old` }
}

const last = ({ clock, heardAt }: History): string =>
  clock && heardAt !== null ? clockTime(nightTime(clock, heardAt)) : 'unknown'

const span = (seconds: number): string =>
  seconds < 3600 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3600)} h`
