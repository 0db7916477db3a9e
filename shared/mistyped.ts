import type { Contest } from './contest.ts'
import type { Declaration } from './declaration.ts'
import { grouped } from './figures.ts'

/** `figure` with one digit changed so that it grows by `difference`; null where one digit cannot do that. */
export const withOneDigit = (figure: number, difference: number): number | null => {
  const wanted = String(figure + difference)
  const given = String(figure)
  // “-5” is one sign away from “15”, and no figure.
  if (figure + difference < 0 || wanted.length !== given.length) return null
  const changed = given.split('').filter((digit, place) => digit !== wanted[place]).length
  return changed === 1 ? Number(wanted) : null
}

/** The same with two neighbouring digits in each other's place; null where that cannot do it. */
export const withDigitsExchanged = (figure: number, difference: number): number | null => {
  const wanted = String(figure + difference)
  const given = String(figure)
  if (wanted === given || wanted.length !== given.length) return null
  const place = given.split('').findIndex((digit, at) => digit !== wanted[at])
  const exchanged =
    given.slice(0, place) + given.charAt(place + 1) + given.charAt(place) + given.slice(place + 2)
  return exchanged === wanted ? Number(wanted) : null
}

type Slip = {
  readonly words: string
  readonly putRight: (figure: number, difference: number) => number | null
}

/** What a hand does to a figure, the commonest first. */
const slips: readonly Slip[] = [
  { words: 'One wrong digit', putRight: withOneDigit },
  { words: 'Two digits in each other’s place', putRight: withDigitsExchanged },
]

type Explanation = {
  readonly who: string
  readonly given: number
  readonly wanted: number
  readonly majority: number
}

/** How many are spelt out, the largest figures first: a leader's mistake matters most. */
const spelt = 3

/**
 * Which single slip of the hand would make the votes add up to the total, in words; null where none would. Where a
 * majority was read out and fits some of them, the others are left aside. It says where to listen again: nothing is
 * ever put right by itself. [CHK3]
 */
export const explainedByASlip = (declaration: Declaration, contest: Contest): string | null => {
  const found = slips.map(({ words, putRight }) => ({
    slip: words,
    all: explanations(declaration, contest, putRight),
  }))
  const fitting = found.map(({ slip, all }) => ({
    slip,
    all: all.filter(({ majority }) => majority === declaration.majority),
  }))
  const best = [...fitting, ...found].find(({ all }) => all.length > 0)
  if (!best) return null
  const words = best.all
    .slice(0, spelt)
    .map(({ who, given, wanted }) => `${grouped(wanted)} for ${who} instead of ${grouped(given)}`)
  const left = best.all.length - spelt
  const others = left > 0 ? `, or ${left === 1 ? 'one other' : `one of ${left} others`}` : ''
  return `${best.slip} would explain it: ${words.join(', or ')}${others}.`
}

const explanations = (
  { votes, valid }: Declaration,
  contest: Contest,
  putRight: Slip['putRight'],
): Explanation[] => {
  const missing = valid - votes.reduce((sum, row) => sum + row.votes, 0)
  const nameById = new Map(contest.candidates.map(({ id, name }) => [id, name]))
  const ofCandidates = votes
    .toSorted((a, b) => b.votes - a.votes)
    .flatMap((row): Explanation[] => {
      const wanted = putRight(row.votes, missing)
      if (wanted === null) return []
      const majority = majorityOf(votes.map((other) => (other === row ? wanted : other.votes)))
      return [
        { who: nameById.get(row.candidate) ?? row.candidate, given: row.votes, wanted, majority },
      ]
    })
  const total = putRight(valid, -missing)
  const ofTotal = {
    who: 'the total',
    given: valid,
    wanted: total ?? 0,
    majority: majorityOf(votes.map((row) => row.votes)),
  }
  return total === null ? ofCandidates : [...ofCandidates, ofTotal]
}

const majorityOf = (votes: readonly number[]): number => {
  const [first = 0, second = 0] = votes.toSorted((a, b) => b - a)
  return first - second
}
