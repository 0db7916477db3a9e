import type { Board } from './board.ts'
import { declaredIn } from './tally/seats.ts'

export type PartySeats = { readonly party: string; readonly seats: number }

/** Seats won by each party so far, most first; the Speaker's is the Speaker's. [HSE1] */
export const seatsByParty = (board: Board): PartySeats[] => {
  const counts = new Map<string, number>()
  for (const { latest } of declaredIn(board)) {
    const { party } = latest.result.verdict
    counts.set(party, (counts.get(party) ?? 0) + 1)
  }
  return mostFirst(counts)
}

/** Parties by seats; those that are level by their ids. */
export const mostFirst = (counts: ReadonlyMap<string, number>): PartySeats[] =>
  [...counts]
    .map(([party, seats]) => ({ party, seats }))
    .toSorted((a, b) => b.seats - a.seats || (a.party < b.party ? -1 : 1))

/** Seats that make a majority of all there are: 326 of 650. [HSE2] */
export const overallLine = (board: Board): number => majorityOf(Object.keys(board.seatsById).length)

const majorityOf = (seats: number): number => Math.floor(seats / 2) + 1

/**
 * Seats that make a majority: of all there are, and of those that vote, since Sinn Féin does not take its seats.
 * 650 and seven of Sinn Féin: 326 and 322. [HSE2]
 */
export const majorityLines = (
  board: Board,
): { readonly overall: number; readonly effective: number } => {
  const total = Object.keys(board.seatsById).length
  const absent = seatsByParty(board).find(({ party }) => party === 'sf')?.seats ?? 0
  return { overall: majorityOf(total), effective: majorityOf(total - absent) }
}
