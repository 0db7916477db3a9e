import type { Head } from './chain.ts'
import type { Contest } from './contest.ts'
import type { NightEvent, ResultEvent } from './event.ts'
import type { Mode, NightDefinition } from './night.ts'
import { milliseconds } from './time.ts'

export type Seat = {
  readonly contest: Omit<Contest, 'candidates'> & { readonly nominated: number }
  /** The event whose figures stand, or null until the declaration. */
  readonly latest: ResultEvent | null
}

/** Everything a screen needs of a night, folded from its log up to `seq`. */
export type Board = Head & {
  readonly night: Omit<NightDefinition, 'contests'> & { readonly mode: Mode }
  readonly state: 'open' | 'closed'
  readonly seatsById: Readonly<Record<string, Seat>>
}

/** The board before anything was said. */
export const emptyBoard = (definition: NightDefinition, mode: Mode): Board => {
  const { contests, ...night } = definition
  const seats = contests.map((contest): [string, Seat] => [
    contest.constituency.id,
    { contest: known(contest), latest: null },
  ])
  return {
    seq: 0,
    hash: '',
    night: { ...night, mode },
    state: 'open',
    seatsById: Object.fromEntries(seats),
  }
}

const known = (contest: Contest): Seat['contest'] => {
  const { candidates, ...rest } = contest
  return { ...rest, nominated: candidates.length }
}

/** The board after one more event. An event that it has already is folded into nothing. [FEED2] */
export const fold = (board: Board, event: NightEvent): Board => {
  if (event.seq <= board.seq) return board
  const next = { ...board, seq: event.seq, hash: event.hash }
  switch (event.kind) {
    case 'opened':
      return next
    case 'declared':
    case 'corrected':
      return { ...next, seatsById: withResult(board.seatsById, event) }
    case 'closed':
      return { ...next, state: 'closed' }
  }
}

const withResult = (seats: Board['seatsById'], event: ResultEvent): Board['seatsById'] => {
  const seat = seats[event.constituency.id]
  if (!seat || (seat.latest && seat.latest.revision >= event.revision)) return seats
  return { ...seats, [event.constituency.id]: { ...seat, latest: event } }
}

export const foldAll = (board: Board, events: readonly NightEvent[]): Board =>
  events.reduce(fold, board)

export type DeclaredSeat = Seat & { readonly latest: ResultEvent }
const isDeclared = (seat: Seat): seat is DeclaredSeat => seat.latest !== null

/** Seats with a result, the last declared first. */
export const declaredSeats = (board: Board): DeclaredSeat[] =>
  Object.values(board.seatsById)
    .filter(isDeclared)
    .toSorted(
      (a, b) =>
        milliseconds(b.latest.at) - milliseconds(a.latest.at) || b.latest.seq - a.latest.seq,
    )

/** Seats without a result, the first expected first. */
export const awaitedSeats = (board: Board): Seat[] =>
  Object.values(board.seatsById)
    .filter((seat) => !isDeclared(seat))
    .toSorted((a, b) => (a.contest.expectedAt ?? '~').localeCompare(b.contest.expectedAt ?? '~'))
