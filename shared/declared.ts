import type { Board, Seat } from './board.ts'
import type { ResultEvent } from './event.ts'
import { byTime } from './time.ts'

export type DeclaredSeat = Seat & { readonly latest: ResultEvent }
export const isDeclared = (seat: Seat): seat is DeclaredSeat => seat.latest !== null

const declaredByBoard = new WeakMap<Board, readonly DeclaredSeat[]>()
/** The order of an earlier board of the same night: few seats of 650 have another place since. */
const orderBefore = new WeakMap<Board, readonly DeclaredSeat[]>()

/** What is known of a board helps with the one that it became. */
export const rememberOrder = (from: Board, to: Board): void => {
  const order = declaredByBoard.get(from) ?? orderBefore.get(from)
  if (order) orderBefore.set(to, order)
}

/** Seats with a result, the last declared first; worked out once for a board, however often it is asked. */
export const declaredSeats = (board: Board): readonly DeclaredSeat[] => {
  const known = declaredByBoard.get(board)
  if (known) return known
  const seats = nearlyInOrder(board).toSorted(lastFirst)
  declaredByBoard.set(board, seats)
  return seats
}

const lastFirst = (a: DeclaredSeat, b: DeclaredSeat): number =>
  byTime(b.latest.at, a.latest.at) || b.latest.seq - a.latest.seq

/** What is nearly sorted is sorted in one pass. */
const nearlyInOrder = (board: Board): readonly DeclaredSeat[] => {
  const { seatsById } = board
  const declared = Object.values(seatsById).filter(isDeclared)
  const before = orderBefore.get(board)
  if (!before) return declared
  const stayed = before.filter((seat) => seatsById[seat.contest.constituency.id] === seat)
  const all = new Set<DeclaredSeat>(stayed)
  return [...declared.filter((seat) => !all.has(seat)), ...stayed]
}
