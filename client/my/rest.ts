import type { Board } from '@night/shared/board'
import { declaredSeats } from '@night/shared/declared'
import { partyOf } from '@night/shared/party'
import { stateOfParties } from '@night/shared/tally/parties'
import { fromWords, verdictWords } from '@night/shared/words'
import { tallyWords } from '../night-words.ts'

/** Parties that one line has room for. */
const most = 4

/** The rest of the night in one line: how many, who leads, what came last. [MY2] */
export const restOfTheNight = (board: Board): string => {
  const parties = stateOfParties(board)
    .filter(({ seats }) => seats > 0)
    .slice(0, most)
    .map(({ party, seats }) => `${partyOf(party).short}\u00a0${seats}`)
  const [last] = declaredSeats(board)
  return [
    tallyWords(board),
    parties.join(', '),
    last &&
      [
        `last: ${last.latest.words.time} ${last.latest.constituency.name}`,
        verdictWords(last.latest.result),
        fromWords(last.latest.result),
      ]
        .filter(Boolean)
        .join(' '),
  ]
    .filter(Boolean)
    .join(' · ')
}
