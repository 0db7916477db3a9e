import type { Board } from '../board.ts'
import type { DeclaredSeat } from '../declared.ts'
import { fraction, minus } from '../figures.ts'
import { isPerson } from '../party.ts'
import { type Figure, shareFigure } from './figure.ts'
import { declaredIn } from './seats.ts'
import { votesIn } from './votes.ts'

/** How a party stands in the seats that have declared. */
export type PartyState = {
  readonly party: string
  readonly seats: number
  /** Seats that it won and did not have in the baseline, and the other way. */
  readonly gained: number
  readonly lost: number
  readonly net: number
  readonly votes: number
  readonly share: Figure
  /** In the same seats last time; null where that says nothing: for persons, and where there is no baseline. */
  readonly shareBefore: Figure | null
  readonly change: Figure | null
}

/** The state of the parties in what has declared: most seats first, then most votes. [TAL1 TAL2] */
export const stateOfParties = (board: Board): PartyState[] => partiesIn(declaredIn(board))

/** The same for any seats that have declared. */
export const partiesIn = (seats: readonly DeclaredSeat[]): PartyState[] => {
  const now = votesIn(seats)
  const measured = seats.filter(({ contest }) => contest.previous !== null)
  const compared = measured.length === seats.length ? now : votesIn(measured)
  const counts = seatCounts(seats)
  const parties = new Set([...now.byParty.keys(), ...counts.keys()])
  return [...parties]
    .map((party): PartyState => {
      const { won, gained, lost } = counts.get(party) ?? noSeats
      const votes = now.byParty.get(party) ?? 0
      return {
        party,
        seats: won,
        gained,
        lost,
        net: gained - lost,
        votes,
        share: shareFigure(fraction(votes, Math.max(1, now.valid))),
        ...sharesOf(party, compared),
      }
    })
    .toSorted((a, b) => b.seats - a.seats || b.votes - a.votes || (a.party < b.party ? -1 : 1))
}

const sharesOf = (
  party: string,
  { byParty, byPartyBefore, valid, validBefore }: ReturnType<typeof votesIn>,
): Pick<PartyState, 'shareBefore' | 'change'> => {
  if (isPerson(party) || validBefore === 0) return { shareBefore: null, change: null }
  const before = fraction(byPartyBefore.get(party) ?? 0, validBefore)
  const now = fraction(byParty.get(party) ?? 0, valid)
  return { shareBefore: shareFigure(before), change: shareFigure(minus(now, before)) }
}

const noSeats = { won: 0, gained: 0, lost: 0 }

const seatCounts = (seats: readonly DeclaredSeat[]): ReadonlyMap<string, typeof noSeats> => {
  const counts = new Map<string, typeof noSeats>()
  const countOf = (party: string): typeof noSeats => {
    const count = counts.get(party) ?? { ...noSeats }
    counts.set(party, count)
    return count
  }
  for (const { latest } of seats) {
    const { kind, party, from } = latest.result.verdict
    const winner = countOf(party)
    winner.won += 1
    if (kind !== 'gain') continue
    winner.gained += 1
    if (from !== null) countOf(from).lost += 1
  }
  return counts
}
