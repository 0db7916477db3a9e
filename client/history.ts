import { type Board, foldAll } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import type { ClockMessage, NightMessage, Passed, Problem } from '@night/shared/protocol'
import { isStatement, type Statement } from './statement.ts'

export type HeardClock = ClockMessage & { readonly heardAt: number }

/** What a screen has heard of a night, and what it has to ask for next. Times are milliseconds on its own clock. */
export type History = {
  readonly board: Board | null
  readonly link: 'connecting' | 'connected' | 'lost' | 'refused'
  readonly clock: HeardClock | null
  readonly heardAt: number | null
  readonly problem: Problem | null
  /** What came in the last message, or together in the last frame: only what happened while we watched is a moment. */
  readonly arrived: readonly Statement[]
  readonly wants: 'nothing' | 'what-was-missed' | 'everything'
  /** When the log was found to be an earlier one than what we showed. */
  readonly voidedAt?: number | null
}

export type Heard =
  | { readonly kind: 'night'; readonly message: NightMessage }
  | { readonly kind: 'event'; readonly event: NightEvent }
  | { readonly kind: 'passed'; readonly passed: Passed }
  | { readonly kind: 'clock'; readonly clock: ClockMessage }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'dropped' }

/** What the page was delivered with, or nothing. */
export type Delivered = { readonly board: Board; readonly clock: ClockMessage }

export const begin = (delivered: Delivered | null, now: number): History => ({
  board: delivered?.board ?? null,
  link: 'connecting',
  clock: delivered && { ...delivered.clock, heardAt: now },
  heardAt: delivered && now,
  problem: null,
  arrived: [],
  wants: 'nothing',
})

/** The history after one more thing was heard. [FEED4 FEED11 FEED12 FEED13] */
export const hear = (history: History, heard: Heard, now: number): History => {
  switch (heard.kind) {
    case 'night':
      return withNight(still(history, now), heard.message)
    case 'event':
      return withEvent(still(history, now), heard.event)
    case 'passed':
      // A screen follows everything, so nothing is ever passed over.
      return history
    case 'clock':
      return { ...still(history, now), clock: { ...heard.clock, heardAt: now } }
    case 'refused':
      return { ...still(history, now), link: 'refused', problem: heard.problem }
    case 'dropped':
      return history.link === 'refused' ? history : { ...history, link: 'lost', arrived: [] }
  }
}

const still = (history: History, now: number): History => ({
  ...history,
  heardAt: now,
  arrived: [],
})

const withNight = (history: History, message: NightMessage): History => {
  const connected: History = { ...history, link: 'connected', problem: null, wants: 'nothing' }
  if ('board' in message) {
    const { board, reset } = message
    // A replay is wound back on purpose.
    const isVoid = reset && board.night.mode !== 'replay'
    return { ...connected, board, ...(isVoid && { voidedAt: history.heardAt }) }
  }
  const caughtUp = withAll(connected, message.events)
  // What was sent as all that we missed has a hole: our own history is not to be trusted either.
  return caughtUp.board?.seq === message.seq && caughtUp.wants === 'nothing'
    ? caughtUp
    : { ...caughtUp, wants: 'everything' }
}

const withEvent = (history: History, event: NightEvent): History =>
  history.wants === 'nothing' ? withAll(history, [event]) : history

/** With what is new of these events, if nothing is missing before it. */
const withAll = (history: History, events: readonly NightEvent[]): History => {
  const { board } = history
  if (board === null) return history
  const next = events.filter(({ seq }) => seq > board.seq)
  if (next.some(({ seq }, place) => seq !== board.seq + 1 + place)) {
    return { ...history, wants: 'what-was-missed' }
  }
  const arrived = [...history.arrived, ...next.filter(isStatement)]
  return { ...history, board: foldAll(board, next), arrived }
}

/** The later of two histories, with what arrived in both; of a log that is void nothing has arrived. [LIFE7] */
export const together = (before: History, after: History): History =>
  before.arrived.length === 0 || before.voidedAt !== after.voidedAt
    ? after
    : { ...after, arrived: [...before.arrived, ...after.arrived] }

/** The place from which to be sent what was missed; undefined asks for the whole board. [FEED3] */
export const placeOf = ({ board, wants }: History): { seq: number; hash: string } | undefined =>
  board === null || wants === 'everything' ? undefined : { seq: board.seq, hash: board.hash }
