import type { DeclaredSeat } from '../declared.ts'
import { onceFor } from '../once-for.ts'

/** Votes now and last time in the same seats. A seat without a baseline adds nothing to what was before. */
export type Votes = {
  readonly byParty: ReadonlyMap<string, number>
  readonly valid: number
  readonly byPartyBefore: ReadonlyMap<string, number>
  readonly validBefore: number
}

/** Those of one country; seats that have no baseline are a group of their own. */
export type CountryVotes = Votes & {
  readonly country: string
  readonly hasBaseline: boolean
  readonly seats: number
}

/** Worked out once for the same list of seats. */
export const votesIn = onceFor((seats: readonly DeclaredSeat[]): Votes =>
  sumOf(votesByCountry(seats)),
)

/** The same country by country. */
export const votesByCountry = onceFor((seats: readonly DeclaredSeat[]): readonly CountryVotes[] =>
  counted(seats),
)

/** Votes of some groups together. */
export const sumOf = (groups: readonly Votes[]): Votes => {
  const sum = noVotes()
  for (const { byParty, valid, byPartyBefore, validBefore } of groups) {
    for (const [party, votes] of byParty) add(sum.byParty, party, votes)
    for (const [party, votes] of byPartyBefore) add(sum.byPartyBefore, party, votes)
    sum.valid += valid
    sum.validBefore += validBefore
  }
  return sum
}

const noVotes = () => ({
  byParty: new Map<string, number>(),
  valid: 0,
  byPartyBefore: new Map<string, number>(),
  validBefore: 0,
})

const add = (sums: Map<string, number>, party: string, votes: number): void => {
  sums.set(party, (sums.get(party) ?? 0) + votes)
}

type Group = ReturnType<typeof noVotes> & {
  readonly country: string
  readonly hasBaseline: boolean
  seats: number
}

const counted = (seats: readonly DeclaredSeat[]): readonly CountryVotes[] => {
  const groups: Group[] = []
  for (const { latest, contest } of seats) {
    const { country } = contest.constituency
    const { previous } = contest
    const hasBaseline = previous !== null
    let group = groups.find((one) => one.country === country && one.hasBaseline === hasBaseline)
    if (!group) groups.push((group = { country, hasBaseline, seats: 0, ...noVotes() }))
    for (const { party, votes } of latest.result.candidates) add(group.byParty, party, votes)
    group.valid += latest.result.turnout.valid
    group.seats += 1
    if (previous === null) continue
    for (const { party, votes } of previous.votes) add(group.byPartyBefore, party, votes)
    group.validBefore += previous.valid
  }
  return groups
}
