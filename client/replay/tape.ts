import type { NightEvent } from '@night/shared/event'
import { timesSaid } from '@night/shared/said-at'
import { milliseconds } from '@night/shared/time'
import { isStatement } from '../statement.ts'
import { withHindsight } from './hindsight.ts'

/** One event and when it comes, in milliseconds on the night's clock. */
export type Entry = {
  readonly event: NightEvent
  readonly time: number
  /** Seats that have figures once it is told. */
  readonly declared: number
}

/** A night's events in the order in which they are played. */
export type Tape = {
  readonly entries: readonly Entry[]
  readonly start: number
  readonly end: number
}

/** Where a replay stands: so many entries are told, and the clock shows this. */
export type Place = { readonly time: number; readonly count: number }

type Reel = {
  readonly events: readonly NightEvent[]
  readonly pollsClose: string
}

const minute = 60_000
const day = 24 * 60 * minute

/** As known then: in the order and at the times at which we knew it. [RPY10] */
export const tapeAsKnown = (reel: Reel): Tape =>
  tapeOf(reel, reel.events, ({ publishedAt }) => milliseconds(publishedAt))

/** With hindsight: each at the time of its declaration, without the errors. [RPY10 RPY11] */
export const tapeWithHindsight = (reel: Reel): Tape =>
  tapeOf(reel, withHindsight(reel.events), ({ at }) => milliseconds(at))

/** In the order in which we knew them, each when it was said: as a replay's conductor plays them. [RPL2] */
export const tapeByDeclaration = (reel: Reel): Tape => {
  const times = timesSaid(reel.events)
  const timeByEvent = new Map(reel.events.map((event, place) => [event, times[place]]))
  return tapeOf(reel, reel.events, (event) => timeByEvent.get(event) ?? Number.NEGATIVE_INFINITY)
}

const tapeOf = (
  { pollsClose }: Reel,
  events: readonly NightEvent[],
  timeOf: (event: NightEvent) => number,
): Tape => {
  const declared = new Set<string>()
  let latest = Number.NEGATIVE_INFINITY
  const entries = events.map((event): Entry => {
    count(declared, event)
    // An opening may be of another day than what it opens; nothing else runs backwards.
    if (event.kind !== 'opened') latest = Math.max(latest, timeOf(event))
    return { event, time: latest, declared: declared.size }
  })
  const start = startOf(entries, milliseconds(pollsClose))
  return { entries, start, end: Math.max(start + minute, latest) }
}

const count = (declared: Set<string>, event: NightEvent): void => {
  if (event.kind === 'declared' || event.kind === 'corrected') declared.add(event.constituency.id)
  if (event.kind === 'withdrawn') declared.delete(event.constituency.id)
}

/** A night begins when the polls close, unless what is told of it is of another day. */
const startOf = (entries: readonly Entry[], polls: number): number => {
  const first = entries.find(({ event }) => isStatement(event))?.time
  if (first === undefined) return polls
  return polls <= first && first - polls < day ? polls : first - minute
}

/** How many entries are told by then. */
export const countAt = ({ entries }: Tape, time: number): number => {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.time ?? 0) <= time) low = middle + 1
    else high = middle
  }
  return low
}

/** The place at a time, never outside the night. */
export const placeAt = (tape: Tape, time: number): Place => {
  const within = Math.min(tape.end, Math.max(tape.start, Number.isNaN(time) ? tape.start : time))
  return { time: within, count: countAt(tape, within) }
}

/** The place right after an entry. */
export const placeAfter = (tape: Tape, index: number): Place => ({
  time: Math.max(tape.start, tape.entries[index]?.time ?? tape.start),
  count: index + 1,
})

export const declaredAt = ({ entries }: Tape, count: number): number =>
  entries[count - 1]?.declared ?? 0
