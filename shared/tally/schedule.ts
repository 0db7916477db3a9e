import { awaitedSeats, type Board, expectedAt, type Seat } from '../board.ts'
import { milliseconds } from '../time.ts'

/** A seat that is awaited. Minutes are whole. */
export type Due = {
  readonly seat: Seat
  /** As it was last said to be; null where nobody knows. */
  readonly expectedAt: string | null
  /** How far that is from what was expected before the night: later is positive, 0 where nothing moved. */
  readonly moved: number
  /** Minutes since it was expected, where they are more than half an hour; else null. */
  readonly overdue: number | null
  readonly isRecount: boolean
}

const minute = 60_000
const patience = 30

/** Awaited seats, the first expected first; `now` is the night's clock, null where there is none. [TAL10] */
export const schedule = (board: Board, now: number | null): Due[] =>
  awaitedSeats(board).map((seat) => dueOf(seat, now))

/** When one awaited seat is due. */
export const dueOf = (seat: Seat, now: number | null): Due => {
  const expected = expectedAt(seat)
  const first = seat.contest.expectedAt
  const late =
    expected === null || now === null ? 0 : Math.floor((now - milliseconds(expected)) / minute)
  return {
    seat,
    expectedAt: expected,
    moved:
      expected === null || first === undefined
        ? 0
        : Math.round((milliseconds(expected) - milliseconds(first)) / minute),
    overdue: late > patience ? late : null,
    isRecount: seat.status?.status === 'recount',
  }
}

/** What is due from now on: a seat that is only a little late is still due. [TAL11] */
export const dueNext = (board: Board, now: number | null): Due[] =>
  schedule(board, now).filter(({ expectedAt, overdue }) => expectedAt !== null && overdue === null)

/** Awaited though expected more than half an hour ago, the longest first. */
export const overdueSeats = (board: Board, now: number | null): Due[] =>
  schedule(board, now).filter(({ overdue }) => overdue !== null)
