import { type Board, expectedAt, type Seat } from '../board.ts'
import { awaitedSeats } from '../declared.ts'
import { onceFor } from '../once-for.ts'
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
const longestNight = 72 * 60 * minute

/**
 * The clock that a board's times are on; null where `now` is days past its polls: a night long gone is rehearsed, by
 * today's clock. [TAL10 SIL1]
 */
export const ownTime = ({ night }: Board, now: number | null): number | null =>
  now === null || now - milliseconds(night.pollsClose) > longestNight ? null : now

/** Awaited seats, the first expected first; `now` is the night's clock, null where there is none. [TAL10] */
export const schedule = (board: Board, now: number | null): Due[] => {
  const time = ownTime(board, now)
  return awaitedSeats(board).map((seat) => dueOf(seat, time))
}

/** When one awaited seat is due. */
export const dueOf = (seat: Seat, now: number | null): Due => {
  const { expected, time, moved } = planOf(seat)
  const late = time === null || now === null ? 0 : Math.floor((now - time) / minute)
  return {
    seat,
    expectedAt: expected,
    moved,
    late: Math.max(0, late),
    overdue: late > patience ? late : null,
    isRecount: seat.status?.status === 'recount',
  }
}

type Plan = {
  readonly expected: string | null
  /** The same in milliseconds. */
  readonly time: number | null
  readonly moved: number
}

/** What does not depend on the clock, since times are slow to read. */
const planOf = onceFor((seat: Seat): Plan => {
  const expected = expectedAt(seat)
  const time = expected === null ? null : milliseconds(expected)
  const first = seat.contest.expectedAt
  const moved =
    time === null || first === undefined ? 0 : Math.round((time - milliseconds(first)) / minute)
  return { expected, time, moved }
})

/** Awaited seats in four heaps, each the first expected first. [TAL11] */
type Schedule = {
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
  const [next, anyMinute, overdue, unknown]: [Due[], Due[], Due[], Due[]] = [[], [], [], []]
  const clock = ownTime(board, now)
  for (const due of schedule(board, clock)) {
    const { time } = planOf(due.seat)
    if (time === null) unknown.push(due)
    else if (due.overdue !== null) overdue.push(due)
    else if (clock !== null && time < clock) anyMinute.push(due)
    else next.push(due)
  }
  return { next, anyMinute, overdue, unknown }
}
