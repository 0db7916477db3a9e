import type { Head } from '@night/shared/chain'
import type { NightEvent } from '@night/shared/event'
import type { NightMessage, Problem } from '@night/shared/protocol'
import type { Heard, HeardClock, History } from './history.ts'

/**
 * What a program has heard of a log: events, and how far that is complete (`seq`, `hash`). Of a filtered log no board
 * can be folded, so this has none.
 */
export type FollowedLog = Head & {
  /** All that was heard, in the log's order. */
  readonly events: readonly NightEvent[]
  /** What came in the last message. */
  readonly arrived: readonly NightEvent[]
  readonly link: History['link']
  readonly clock: HeardClock | null
  readonly problem: Problem | null
  /** How often the log was found to be another one than what was heard, which is void then. */
  readonly resets: number
  readonly isBehind: boolean
}

export const emptyLog: FollowedLog = {
  seq: 0,
  hash: '',
  events: [],
  arrived: [],
  link: 'connecting',
  clock: null,
  problem: null,
  resets: 0,
  isBehind: false,
}

/** The log after one more thing was heard. [PKG3 PKG4] */
export const hearLog = (log: FollowedLog, heard: Heard, now: number): FollowedLog => {
  const still: FollowedLog = { ...log, arrived: [] }
  switch (heard.kind) {
    case 'night':
      return withNight({ ...still, link: 'connected', problem: null }, heard.message)
    case 'event':
      return withNext(still, heard.event, [heard.event])
    case 'passed':
      return withNext(still, { seq: heard.passed.upTo, hash: heard.passed.hash }, [])
    case 'clock':
      return { ...still, clock: { ...heard.clock, heardAt: now } }
    case 'refused':
      return { ...still, link: 'refused', problem: heard.problem }
    case 'dropped':
      return log.link === 'refused' ? still : { ...still, link: 'lost' }
  }
}

/** What was missed is taken whole or not at all: a board says that what was heard is not of this log. */
const withNight = (log: FollowedLog, message: NightMessage): FollowedLog => {
  if ('board' in message) return afresh(log)
  const { seq, hash, events } = message
  const last = events.at(-1)
  const isInOrder = events.every((event, place) => event.seq > (events[place - 1]?.seq ?? log.seq))
  if (!isInOrder || (last?.seq ?? log.seq) > seq) return afresh(log)
  return placed(log, { seq, hash: hash ?? last?.hash ?? log.hash }, events)
}

const afresh = (log: FollowedLog): FollowedLog => ({
  ...log,
  seq: 0,
  hash: '',
  events: [],
  resets: log.resets + 1,
  isBehind: true,
})

/** Something that came is next, or known already, or there is a hole before it, which is asked for. */
const withNext = (log: FollowedLog, head: Head, events: readonly NightEvent[]): FollowedLog => {
  if (log.isBehind || head.seq <= log.seq) return log
  return head.seq === log.seq + 1 ? placed(log, head, events) : { ...log, isBehind: true }
}

const placed = (log: FollowedLog, head: Head, events: readonly NightEvent[]): FollowedLog => ({
  ...log,
  seq: head.seq,
  hash: head.hash,
  events: events.length === 0 ? log.events : [...log.events, ...events],
  arrived: events,
  isBehind: false,
})
