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

/** Above this many explanations none of them tells a journalist where to look. */
const most = 3

/**
 * Which single mistyped digit would make the votes add up to the total, in words; null where none would, or
 * too many. It points to where to listen again: nothing is ever put right by itself. [CHK3]
 */
export const explainedByOneDigit = (declaration: Declaration, contest: Contest): string | null => {
  const sum = declaration.votes.reduce((total, row) => total + row.votes, 0)
  const difference = declaration.valid - sum
  const nameById = new Map(contest.candidates.map(({ id, name }) => [id, name]))
  const figures = [
    ...declaration.votes.map(
      ({ candidate, votes }) => [nameById.get(candidate) ?? candidate, votes, difference] as const,
    ),
    ['the total', declaration.valid, -difference] as const,
  ]
  const explanations = figures.flatMap(([name, figure, change]) => {
    const wanted = withOneDigit(figure, change)
    return wanted === null ? [] : [`${grouped(wanted)} for ${name} instead of ${grouped(figure)}`]
  })
  if (explanations.length === 0 || explanations.length > most) return null
  return `One wrong digit would explain it: ${explanations.join(', or ')}.`
}
