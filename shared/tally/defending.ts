import { baselineWinner } from '../baseline.ts'
import type { Board } from '../board.ts'

/** Seats that each party has to defend, by the baseline, most first; new seats are nobody's. [TAL15] */
export const defending = (board: Board): { readonly party: string; readonly seats: number }[] => {
  const counts = new Map<string, number>()
  for (const { contest } of Object.values(board.seatsById)) {
    if (contest.previous === null) continue
    const party = baselineWinner(contest.previous)
    counts.set(party, (counts.get(party) ?? 0) + 1)
  }
  return [...counts]
    .map(([party, seats]) => ({ party, seats }))
    .toSorted((a, b) => b.seats - a.seats || (a.party < b.party ? -1 : 1))
}
