import type { Board } from '@night/shared/board'
import { lastMinute } from '@night/shared/tally/news'
import { lastSaid, type Said, statementOf } from '../statement.ts'

/**
 * What the strap is about: a correction, a withdrawal or a flash while it is the last word, else the greatest news of
 * the last minute with a declaration. The same board gives the same strap on every screen. [OVL5]
 */
export const newsOf = (board: Board): Said | null => {
  const last = lastSaid(board)
  if (last === null || last.statement.kind !== 'declared') return last
  const [greatest] = lastMinute(board)
  return greatest ? { seat: greatest, statement: greatest.latest } : last
}

/** What was said last of this seat; null where nothing was. */
export const newsOfSeat = (board: Board, id: string): Said | null => {
  const seat = board.seatsById[id]
  const statement = seat ? statementOf(seat) : null
  return seat && statement ? { seat, statement } : null
}
