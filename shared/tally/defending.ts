import { baselineWinner } from '../baseline.ts'
import type { Board } from '../board.ts'
import { mostFirst, type PartySeats } from '../house.ts'

/** Seats that each party has to defend, by the baseline, most first; new seats are nobody's. [TAL15] */
export const defending = (board: Board): PartySeats[] => {
  const counts = new Map<string, number>()
  for (const { contest } of Object.values(board.seatsById)) {
    if (contest.previous === null) continue
    const party = baselineWinner(contest.previous)
    counts.set(party, (counts.get(party) ?? 0) + 1)
  }
  return mostFirst(counts)
}
