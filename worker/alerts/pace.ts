import type { Stopwatch } from '@night/shared/time'
import type { Outcome } from './sender.ts'

/** Holds back what would be too much for the other side; `key` says who that is. */
export type Pace = (key: string, send: () => Promise<Outcome>) => Promise<Outcome>

type Spacing = {
  readonly stopwatch: Stopwatch
  readonly sleep: (milliseconds: number) => Promise<unknown>
  /** Milliseconds from one to the next. */
  readonly every: number
  /** Milliseconds that are waited here; what would wait longer is for later. */
  readonly patience: number
}

/** When the next may be sent, and when the next of those that were told to come later may. */
type Place = { readonly free: number; readonly later: number }

/** One at a time, so far apart, and nothing before the moment that the other side asked for. [ALR29] */
export const createSpacing = ({ stopwatch, sleep, every, patience }: Spacing): Pace => {
  const placesByKey = new Map<string, Place>()
  const placeOf = (key: string, now: number): Place => {
    for (const [key, { free, later }] of placesByKey) {
      if (free <= now && later <= now) placesByKey.delete(key)
    }
    const { free = now, later = now } = placesByKey.get(key) ?? {}
    return { free: Math.max(free, now), later: Math.max(later, free, now) }
  }

  return async (key, send) => {
    const now = stopwatch.now()
    const { free, later } = placeOf(key, now)
    const wait = free - now
    if (wait > patience) {
      // Each is told another time, or all would come at once again.
      placesByKey.set(key, { free, later: later + every })
      return { outcome: 'later', words: waits, after: later - now }
    }
    placesByKey.set(key, { free: free + every, later })
    if (wait > 0) await sleep(wait)
    const outcome = await send()
    if (outcome.outcome === 'later' && outcome.after !== null) {
      const place = placeOf(key, stopwatch.now())
      placesByKey.set(key, {
        ...place,
        free: Math.max(place.free, stopwatch.now() + outcome.after),
      })
    }
    return outcome
  }
}

type Lanes = {
  readonly atOnce: number
  /** How many may stand in line; for more there is later. */
  readonly waiting: number
  /** Milliseconds after which those may come again. */
  readonly after: number
}

/**
 * So many at once, the rest in line. To who could not be reached, or did not answer in time, one goes at a time, and
 * nobody stands in line, until there was an answer: others want the places. [ALR29]
 */
export const createLanes = ({ atOnce, waiting, after }: Lanes): Pace => {
  const lanesByKey = new Map<string, Lane>()

  return async (key, send) => {
    const lane = lanesByKey.get(key) ?? { running: 0, isAway: false, line: [] }
    lanesByKey.set(key, lane)
    const later = { outcome: 'later', words: waits, after } as const
    if (lane.running < (lane.isAway ? 1 : atOnce)) lane.running += 1
    else if (lane.isAway || lane.line.length >= waiting) return later
    else if (!(await new Promise<boolean>((start) => lane.line.push(start)))) return later
    try {
      const outcome = await send()
      lane.isAway = outcome.outcome === 'later' && outcome.isAway === true
      if (lane.isAway) lane.line.splice(0).forEach((start) => start(false))
      return outcome
    } finally {
      const next = lane.line.shift()
      if (next) next(true)
      else lane.running -= 1
      if (lane.running === 0 && !lane.isAway) lanesByKey.delete(key)
    }
  }
}

type Lane = {
  running: number
  isAway: boolean
  /** Who stands in line: told whether it is their turn, or that they are to come later. */
  readonly line: ((isTurn: boolean) => void)[]
}

const waits = 'Others are before it: this channel takes only so many at a time.'
