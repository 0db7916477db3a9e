import type { Board } from '../board.ts'
import { type DeclaredSeat, isDeclared } from '../declared.ts'

const declaredByBoard = new WeakMap<Board, readonly DeclaredSeat[]>()

/** Seats with a result, in no order: what is only counted need not be sorted. Worked out once for a board. */
export const declaredIn = (board: Board): readonly DeclaredSeat[] => {
  const known = declaredByBoard.get(board)
  if (known) return known
  const seats = Object.values(board.seatsById).filter(isDeclared)
  declaredByBoard.set(board, seats)
  return seats
}
