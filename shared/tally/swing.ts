import type { Board } from '../board.ts'
import { type Fraction, fraction, minus, times } from '../figures.ts'
import { isPerson } from '../party.ts'
import { type Figure, pointsFigure } from './figure.ts'
import { declaredIn } from './seats.ts'
import { type CountryVotes, sumOf, type Votes, votesByCountry, votesIn } from './votes.ts'

export type Pair = { readonly from: string; readonly to: string }

/** The swing between two parties so far, in the direction in which it goes, and what it was measured in. */
export type SwingSoFar = Pair & {
  readonly points: Figure
  /** Declared seats that it was measured in, and where: "Great Britain". */
  readonly seats: number
  readonly place: string
}

/**
 * Butler swing between two parties over the declared seats together, against the same seats last time: half the
 * change in the lead, in points of all votes. Only the countries in which both stand are counted: between Con and
 * Lab that is Great Britain, between SNP and Lab Scotland. Null where there is nothing to compare. [TAL4 TAL5]
 */
export const swingSoFar = (board: Board, { from, to }: Pair): SwingSoFar | null => {
  const measured = measuredIn(board, { from, to })
  const points = pointsBetween(sumOf(measured), { from, to })
  if (points === null) return null
  const isBack = points.top < 0n
  return {
    from: isBack ? to : from,
    to: isBack ? from : to,
    points: pointsFigure(isBack ? { ...points, top: -points.top } : points),
    seats: measured.reduce((sum, { seats }) => sum + seats, 0),
    place: placeOf(new Set(measured.map(({ country }) => country))),
  }
}

const pointsBetween = (votes: Votes, { from, to }: Pair): Fraction | null => {
  const { byParty, byPartyBefore, valid, validBefore } = votes
  if (valid === 0 || validBefore === 0) return null
  const lead = (of: ReadonlyMap<string, number>) => (of.get(to) ?? 0) - (of.get(from) ?? 0)
  const change = minus(fraction(lead(byParty), valid), fraction(lead(byPartyBefore), validBefore))
  return times(change, 100, 2)
}

/** Declared seats with a baseline, in the countries in which both parties were or are. */
const measuredIn = (board: Board, { from, to }: Pair): readonly CountryVotes[] =>
  votesByCountry(declaredIn(board)).filter(
    (votes) => votes.hasBaseline && stands(votes, from) && stands(votes, to),
  )

/** Whether a party stood last time or stands now. */
const stands = ({ byParty, byPartyBefore }: Votes, party: string): boolean =>
  byParty.has(party) || byPartyBefore.has(party)

const placeOf = (countries: ReadonlySet<string>): string => {
  const [only] = countries
  if (only !== undefined && countries.size === 1) return only
  return countries.has('Northern Ireland') ? 'the United Kingdom' : 'Great Britain'
}

/**
 * The two parties whose swing tells the night: those with most votes last time in the seats that have declared,
 * the winner of last time first. Persons are no parties. Null while there are not two. [TAL6]
 */
export const pairThatMatters = (board: Board): Pair | null => {
  const before = [...votesIn(declaredIn(board)).byPartyBefore]
    .filter(([party]) => !isPerson(party))
    .toSorted(([a, most], [b, votes]) => votes - most || (a < b ? -1 : 1))
  const [first, second] = before
  return first && second ? { from: first[0], to: second[0] } : null
}
