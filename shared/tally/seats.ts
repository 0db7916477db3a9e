import type { Board, DeclaredSeat, Seat } from '../board.ts'

const isDeclared = (seat: Seat): seat is DeclaredSeat => seat.latest !== null

const declaredByBoard = new WeakMap<Board, readonly DeclaredSeat[]>()

/** Seats with a result, in no order: what is only counted need not be sorted. Worked out once for a board. */
export const declaredIn = (board: Board): readonly DeclaredSeat[] => {
  const known = declaredByBoard.get(board)
  if (known) return known
  const seats = Object.values(board.seatsById).filter(isDeclared)
  declaredByBoard.set(board, seats)
  return seats
}

/** The last declared first. Instants have one form, so they compare as text. */
export const latestFirst = (a: DeclaredSeat, b: DeclaredSeat): number => {
  if (a.latest.at !== b.latest.at) return a.latest.at < b.latest.at ? 1 : -1
  return b.latest.seq - a.latest.seq
}
