import { awaitedSeats, type Board, expectedAt, type Seat } from '../board.ts'
import { milliseconds } from '../time.ts'

/** A seat that is awaited. Minutes are whole. */
export type Due = {
  readonly seat: Seat
  /** As it was last said to be; null where nobody knows. */
  readonly expectedAt: string | null
  /** How far that is from what was expected before the night: later is positive, 0 where nothing moved. */
  readonly moved: number
  /** Minutes since it was expected; 0 while its time has not come. */
  readonly late: number
  /** The same where they are more than half an hour; else null. */
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
    late: Math.max(0, late),
    overdue: late > patience ? late : null,
    isRecount: seat.status?.status === 'recount',
  }
}

/** Awaited seats in four heaps, each the first expected first. [TAL11] */
export type Schedule = {
  /** Their time has not come yet. */
  readonly next: readonly Due[]
  /** Their time has come, half an hour ago at most. */
  readonly anyMinute: readonly Due[]
  readonly overdue: readonly Due[]
  /** Nobody knows when. */
  readonly unknown: readonly Due[]
}

/** The schedule in heaps: what is next, what may come at any minute, what is overdue, what has no time. [TAL11] */
export const scheduleOf = (board: Board, now: number | null): Schedule => {
  const all = schedule(board, now)
  const timed = all.filter(({ expectedAt }) => expectedAt !== null)
  return {
    next: timed.filter(({ late, expectedAt }) => late === 0 && !isPast(expectedAt, now)),
    anyMinute: timed.filter(
      ({ overdue, late, expectedAt }) => overdue === null && (late > 0 || isPast(expectedAt, now)),
    ),
    overdue: timed.filter(({ overdue }) => overdue !== null),
    unknown: all.filter(({ expectedAt }) => expectedAt === null),
  }
}

const isPast = (expectedAt: string | null, now: number | null): boolean =>
  expectedAt !== null && now !== null && milliseconds(expectedAt) < now
