import type { Board } from '../board.ts'
import { declaredIn } from './seats.ts'

/** Seats with a result, of all there are. A winner without figures is not one. [TAL3] */
export const declaredOf = (
  board: Board,
): { readonly declared: number; readonly total: number } => ({
  declared: declaredIn(board).length,
  total: Object.keys(board.seatsById).length,
})
