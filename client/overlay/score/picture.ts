import type { Board } from '@night/shared/board'
import { partyOf } from '@night/shared/party'
import { capitalised } from '@night/shared/tale'
import { signedCount } from '@night/shared/tally/figure'
import { milestones } from '@night/shared/tally/milestones'
import { stateOfParties } from '@night/shared/tally/parties'
import { clockTime } from '@night/shared/time'
import type { Mark } from '../address.ts'
import type { Scene } from '../scene.ts'
import { tallyWords } from '../../night-words.ts'

export type ScoreRow = {
  readonly party: string
  readonly seats: number
  /** "+131", "−25", "±0". */
  readonly net: string
}

/** The state of the parties as data. */
export type ScorePicture = {
  readonly mark: Mark
  readonly declared: string
  readonly rows: readonly ScoreRow[]
  /** Parties that have no room for a row of their own. */
  readonly others: readonly ScoreRow[]
  /** How far the first party is from a majority, in words and as a part of it; null at by-elections. */
  readonly line: { readonly words: string; readonly party: string; readonly reach: number } | null
}

const mostRows = 6

/** Every party with a seat, the way to a majority, and how much is in. Nothing before the first result. [OVL7] */
export const scorePicture = ({ board, mark }: Scene): ScorePicture | null => {
  const rows = stateOfParties(board)
    .filter(({ seats }) => seats > 0)
    .map(({ party, seats, net }) => ({ party, seats, net: signedCount(net) }))
  const [leader] = rows
  if (!leader) return null
  return {
    mark,
    declared: tallyWords(board),
    rows: rows.slice(0, mostRows),
    others: rows.slice(mostRows),
    line: board.night.kind === 'general-election' ? lineOf(board, leader) : null,
  }
}

const lineOf = (board: Board, { party, seats }: ScoreRow): ScorePicture['line'] => {
  const { passed, next, line } = milestones(board)
  const words = passed
    ? `${capitalised(partyOf(party).name)} passed ${line} at ${clockTime(passed.at)}`
    : (next ?? '')
  return { words, party, reach: Math.min(1, seats / line) }
}
