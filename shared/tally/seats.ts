import type { Board, DeclaredSeat, Seat } from '../board.ts'

const isDeclared = (seat: Seat): seat is DeclaredSeat => seat.latest !== null

/** Seats with a result, in no order: what is only counted need not be sorted. */
export const declaredIn = (board: Board): DeclaredSeat[] =>
  Object.values(board.seatsById).filter(isDeclared)

/** The last declared first. Instants have one form, so they compare as text. */
export const latestFirst = (a: DeclaredSeat, b: DeclaredSeat): number => {
  if (a.latest.at !== b.latest.at) return a.latest.at < b.latest.at ? 1 : -1
  return b.latest.seq - a.latest.seq
}
