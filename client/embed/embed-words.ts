import type { Board } from '@night/shared/board'
import { declaredSeats } from '@night/shared/declared'
import { clockTime, dateWords } from '@night/shared/time'
import type { History } from '../history.ts'
import { lastSaid } from '../statement.ts'

/** What stands above a picture that is not live, so that nobody takes it for one. [EMB4] */
export const modeNote = ({ night }: Board): { mark: string; words: string } | null => {
  switch (night.mode) {
    case 'live':
      return null
    case 'rehearsal':
      return { mark: 'REHEARSAL', words: 'These are not real results.' }
    case 'replay':
      return {
        mark: 'REPLAY',
        words: `This is not happening now. Polling day was ${dateWords(night.date)}.`,
      }
    case 'recorded':
      return { mark: 'RECORDED', words: `Polling day was ${dateWords(night.date)}.` }
  }
}

/** What there is to say where there is no picture, or beside it; null where the picture says it all. [EMB4] */
export const embedWords = ({
  board,
  link,
  problem,
}: Pick<History, 'board' | 'link' | 'problem'>): string | null => {
  if (link === 'refused') {
    if (problem?.status === 401) return 'Reading is closed: these results are not public.'
    return problem?.status === 404
      ? 'There is no such night here.'
      : 'Results cannot be had just now.'
  }
  if (board === null) return link === 'lost' ? 'No connection.' : 'Connecting'
  if (link === 'lost') return 'No connection: there may be newer results.'
  return declaredSeats(board).length === 0 && lastSaid(board) === null ? quietWords(board) : null
}

const quietWords = ({ night }: Board): string =>
  `Nothing is declared yet. Polls close at ${clockTime(night.pollsClose)}.`

/** "Last result at 4.39am"; nothing before the first. */
export const lastWords = (board: Board): string => {
  const said = lastSaid(board)
  if (board.state === 'closed') return 'The night is over.'
  return said === null ? '' : `Last result at ${clockTime(said.statement.at)}`
}
