import type { DeclaredSeat } from '../board.ts'

/** Votes now and last time in the same seats. A seat without a baseline adds nothing to what was before. */
export type Votes = {
  readonly byParty: ReadonlyMap<string, number>
  readonly valid: number
  readonly byPartyBefore: ReadonlyMap<string, number>
  readonly validBefore: number
}

type Row = { readonly party: string; readonly votes: number }

const total = (rows: readonly Row[]): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const { party, votes } of rows) sums.set(party, (sums.get(party) ?? 0) + votes)
  return sums
}

export const votesIn = (seats: readonly DeclaredSeat[]): Votes => ({
  byParty: total(seats.flatMap(({ latest }) => latest.result.candidates)),
  valid: seats.reduce((sum, { latest }) => sum + latest.result.turnout.valid, 0),
  byPartyBefore: total(seats.flatMap(({ contest }) => contest.previous?.votes ?? [])),
  validBefore: seats.reduce((sum, { contest }) => sum + (contest.previous?.valid ?? 0), 0),
})
