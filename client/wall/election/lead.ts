import type { Board } from '@night/shared/board'
import { lastMinute } from '@night/shared/tally/news'
import { lastSaid, type Said } from '../../statement.ts'

/**
 * What the strap is about: of the results of the last minute the greatest news. A correction, a withdrawal and a
 * winner without figures are shown when they come, whatever else is declared. [GEW2]
 */
export const leadOf = (board: Board): Said | null => {
  const said = lastSaid(board)
  if (said?.statement.kind !== 'declared') return said
  const [first] = lastMinute(board)
  return first && first.latest.kind === 'declared' ? { seat: first, statement: first.latest } : said
}
