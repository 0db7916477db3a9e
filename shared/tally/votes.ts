import type { DeclaredSeat } from '../board.ts'

/** Votes now and last time in the same seats. A seat without a baseline adds nothing to what was before. */
export type Votes = {
  readonly byParty: ReadonlyMap<string, number>
  readonly valid: number
  readonly byPartyBefore: ReadonlyMap<string, number>
  readonly validBefore: number
}

type Row = { readonly party: string; readonly votes: number }

const add = (sums: Map<string, number>, rows: readonly Row[]): void => {
  for (const { party, votes } of rows) sums.set(party, (sums.get(party) ?? 0) + votes)
}

const votesBySeats = new WeakMap<readonly DeclaredSeat[], Votes>()

/** Worked out once for the same list of seats. */
export const votesIn = (seats: readonly DeclaredSeat[]): Votes => {
  const votes = votesBySeats.get(seats) ?? counted(seats)
  votesBySeats.set(seats, votes)
  return votes
}

const counted = (seats: readonly DeclaredSeat[]): Votes => {
  const [byParty, byPartyBefore] = [new Map<string, number>(), new Map<string, number>()]
  let [valid, validBefore] = [0, 0]
  for (const { latest, contest } of seats) {
    add(byParty, latest.result.candidates)
    valid += latest.result.turnout.valid
    if (contest.previous === null) continue
    add(byPartyBefore, contest.previous.votes)
    validBefore += contest.previous.valid
  }
  return { byParty, valid, byPartyBefore, validBefore }
}
