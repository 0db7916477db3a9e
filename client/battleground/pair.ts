import { baselineWinner } from '@night/shared/baseline'
import type { Board } from '@night/shared/board'
import { isPerson } from '@night/shared/party'
import { defending } from '@night/shared/tally/defending'
import { type Pair, pairThatMatters, swingSoFar } from '@night/shared/tally/swing'

/** The pair that matters, as the swing goes; before there is one, who has most to defend and who is nearest. [GEW10] */
export const pairOf = (board: Board): Pair | null => {
  const matters = pairThatMatters(board)
  return (matters && swingSoFar(board, matters)) ?? matters ?? pairBeforehand(board)
}

/** The party that defends most, and the one that was second to it in most of those seats. */
const pairBeforehand = (board: Board): Pair | null => {
  const from = defending(board).find(({ party }) => !isPerson(party))?.party
  if (from === undefined) return null
  const seconds = new Map<string, number>()
  for (const { contest } of Object.values(board.seatsById)) {
    if (contest.previous === null || baselineWinner(contest.previous) !== from) continue
    const votes = contest.previous.votes.filter(({ party }) => !isPerson(party))
    const second = votes.toSorted((a, b) => b.votes - a.votes)[1]?.party
    if (second !== undefined) seconds.set(second, (seconds.get(second) ?? 0) + 1)
  }
  const [most] = [...seconds].toSorted(([, a], [, b]) => b - a)
  return most ? { from, to: most[0] } : null
}
