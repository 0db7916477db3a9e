import type { Board } from '@night/shared/board'
import { milestones } from '@night/shared/tally/milestones'
import { lastMinute } from '@night/shared/tally/news'
import { lastSaid, type Said } from '../../statement.ts'

/**
 * What the strap is about: of the results of the last minute the greatest news. A correction, a withdrawal and a
 * winner without figures are shown when they come, whatever else is declared; and the seat that made a majority comes
 * before all others of its minute. [GEW2]
 */
export const leadOf = (board: Board): Said | null => {
  const said = lastSaid(board)
  if (said?.statement.kind !== 'declared') return said
  const news = lastMinute(board)
  const passing = milestones(board).passed?.by.contest.constituency.id
  const first = news.find(({ contest }) => contest.constituency.id === passing) ?? news[0]
  return first && first.latest.kind === 'declared' ? { seat: first, statement: first.latest } : said
}
