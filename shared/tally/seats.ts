import type { Board } from '../board.ts'
import { type DeclaredSeat, isDeclared } from '../declared.ts'
import { onceFor } from '../once-for.ts'

/** Seats with a result, in no order: what is only counted need not be sorted. */
export const declaredIn = onceFor((board: Board): readonly DeclaredSeat[] =>
  Object.values(board.seatsById).filter(isDeclared),
)
