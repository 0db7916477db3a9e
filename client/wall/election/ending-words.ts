import type { Board } from '@night/shared/board'
import { partyOf } from '@night/shared/party'
import { signedCount } from '@night/shared/tally/figure'
import { milestones } from '@night/shared/tally/milestones'
import { stateOfParties } from '@night/shared/tally/parties'
import { declaredIn } from '@night/shared/tally/seats'
import { clockTime } from '@night/shared/time'

type EndingWords = {
  /** In whose colour it is said; null for a House without a majority. */
  readonly party: string | null
  readonly words: string
  readonly lines: readonly string[]
}

/** What the night came to: who has a majority and how large, where it was reached, how many seats changed hands. [GEW8] */
export const endingWords = (board: Board): EndingWords => {
  const parties = stateOfParties(board)
  const [first] = parties
  if (!first) return { party: null, words: 'NOTHING DECLARED', lines: [] }
  const total = Object.keys(board.seatsById).length
  const left = total - declaredIn(board).length
  const { passed, line } = milestones(board)
  const name = partyOf(first.party).short
  const changed = parties.reduce((sum, { gained }) => sum + gained, 0)
  const totals = `${seatsInWords(first.seats)}, net ${signedCount(first.net)}; ${seatsInWords(changed)} changed hands`
  if (!passed) {
    const short = line - first.seats
    return {
      party: null,
      words: left < short ? 'HUNG PARLIAMENT' : 'NO MAJORITY YET',
      lines: [`${name} ${short} short of a majority`, totals],
    }
  }
  return {
    party: first.party,
    words: `${name.toUpperCase()} MAJORITY${left === 0 ? ` ${2 * first.seats - total}` : ''}`,
    lines: [
      totals,
      `${line} reached at ${clockTime(passed.at)} in ${passed.by.contest.constituency.name}`,
    ],
  }
}

const seatsInWords = (count: number): string => `${count} ${count === 1 ? 'seat' : 'seats'}`
