import type { Contest } from './contest.ts'
import type { Declaration } from './declaration.ts'
import { grouped } from './figures.ts'

/** `figure` with one digit changed so that it grows by `difference`; null where one digit cannot do that. */
export const withOneDigit = (figure: number, difference: number): number | null => {
  const wanted = String(figure + difference)
  const given = String(figure)
  if (wanted.length !== given.length) return null
  const changed = given.split('').filter((digit, place) => digit !== wanted[place]).length
  return changed === 1 ? Number(wanted) : null
}

type Explanation = {
  readonly who: string
  readonly given: number
  readonly wanted: number
  readonly majority: number
}

/** How many are spelt out, the largest figures first: a leader's mistake matters most. */
const spelt = 3

/**
 * Which single mistyped digit would make the votes add up to the total, in words; null where none would. Where a
 * majority was read out and fits some of them, the others are left aside. It says where to listen again: nothing is
 * ever put right by itself. [CHK3]
 */
export const explainedByOneDigit = (declaration: Declaration, contest: Contest): string | null => {
  const all = explanations(declaration, contest)
  const fitting = all.filter(({ majority }) => majority === declaration.majority)
  const best = fitting.length > 0 ? fitting : all
  if (best.length === 0) return null
  const words = best
    .slice(0, spelt)
    .map(({ who, given, wanted }) => `${grouped(wanted)} for ${who} instead of ${grouped(given)}`)
  const left = best.length - spelt
  const others = left > 0 ? `, or ${left === 1 ? 'one other' : `one of ${left} others`}` : ''
  return `One wrong digit would explain it: ${words.join(', or ')}${others}.`
}

const explanations = ({ votes, valid }: Declaration, contest: Contest): Explanation[] => {
  const missing = valid - votes.reduce((sum, row) => sum + row.votes, 0)
  const nameById = new Map(contest.candidates.map(({ id, name }) => [id, name]))
  const ofCandidates = votes
    .toSorted((a, b) => b.votes - a.votes)
    .flatMap((row): Explanation[] => {
      const wanted = withOneDigit(row.votes, missing)
      if (wanted === null) return []
      const majority = majorityOf(votes.map((other) => (other === row ? wanted : other.votes)))
      return [
        { who: nameById.get(row.candidate) ?? row.candidate, given: row.votes, wanted, majority },
      ]
    })
  const total = withOneDigit(valid, -missing)
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
