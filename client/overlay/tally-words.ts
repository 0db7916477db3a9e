import type { Board } from '@night/shared/board'
import { declaredOf } from '@night/shared/tally/declared'

/** "400 of 650 declared". */
export const tallyWords = (board: Board): string => {
  const { declared, total } = declaredOf(board)
  return `${declared} of ${total} declared`
}
