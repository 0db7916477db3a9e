import { type Board, expectedAt, type Seat } from './board.ts'
import type { ResultEvent } from './event.ts'
import { onceFor } from './once-for.ts'
import { byTime } from './time.ts'

export type DeclaredSeat = Seat & { readonly latest: ResultEvent }
export const isDeclared = (seat: Seat): seat is DeclaredSeat => seat.latest !== null

type Order = { readonly seats: readonly DeclaredSeat[]; readonly known: ReadonlySet<DeclaredSeat> }

/**
 * A board's seats with a result, in this order; worked out once for a board, however often it is asked, and from how the
 * same night was last put in order: few seats of 650 have another place since, and what is nearly sorted is sorted in
 * one pass.
 */
export const keptInOrder = (compare: (a: DeclaredSeat, b: DeclaredSeat) => number) => {
  const lastOrders = new WeakMap<Board['night'], Order>()
  return onceFor(({ night, seatsById }: Board): readonly DeclaredSeat[] => {
    const declared = Object.values(seatsById).filter(isDeclared)
    const last = lastOrders.get(night)
    const fresh = last ? declared.filter((seat) => !last.known.has(seat)) : declared
    const stayed = last?.seats.filter((seat) => seatsById[seat.contest.constituency.id] === seat)
    const seats = [...fresh, ...(stayed ?? [])].toSorted(compare)
    lastOrders.set(night, { seats, known: new Set(seats) })
    return seats
  })
}

/** As they were first declared; those of one minute by their codes, since nobody knows more. [REC7 TAL13] */
export const asDeclared = (a: DeclaredSeat, b: DeclaredSeat): number =>
  byTime(a.firstAt ?? a.latest.at, b.firstAt ?? b.latest.at) ||
  (a.contest.constituency.id < b.contest.constituency.id ? -1 : 1)

// Marked for the bundler: a page that asks for none of it does not make it.
/** Seats with a result, the last declared first. */
export const declaredSeats = /* @__PURE__ */ keptInOrder(
  (a, b) => byTime(b.latest.at, a.latest.at) || b.latest.seq - a.latest.seq,
)

/** Comes after every time. */
const never = '~'

/** Seats without a result, the first expected first, and last those of which no time is known. */
export const awaitedSeats = (board: Board): Seat[] =>
  Object.values(board.seatsById)
    .filter((seat) => !isDeclared(seat))
    .map((seat) => ({ seat, time: expectedAt(seat) ?? never }))
    .toSorted((a, b) => byTime(a.time, b.time))
    .map(({ seat }) => seat)
