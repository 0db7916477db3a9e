import type { NightEvent, ResultEvent } from '@night/shared/event'
import { type Totals, totalsAlong } from '../own-fold.ts'
import { eventWords, type Invariant, isResult, type Night, type Violation } from '../reading.ts'

/** I7: figures agree with each other, and a party loses a seat only by a correction or a withdrawal. */
export const plausible: Invariant = ({ nights }) => nights.flatMap(ofNight)

const ofNight = ({ name, log, end }: Night): Violation[] => {
  const totals = totalsAlong(log)
  return log.flatMap((event, place): Violation[] => {
    const found = isResult(event) ? objections(event) : []
    const lost = losers(totals[place], totals[place + 1]).map(
      (party) => `takes a seat from ${party}`,
    )
    return [...found, ...(mayTake(event) ? [] : lost)].map((words) => ({
      invariant: 'I7',
      words: `${name}: ${eventWords(event)} ${words}`,
      at: end,
    }))
  })
}

const mayTake = ({ kind }: NightEvent): boolean => kind === 'corrected' || kind === 'withdrawn'

const losers = (before: Totals | undefined, after: Totals | undefined): string[] =>
  [...(before?.seats ?? [])]
    .filter(([party, seats]) => (after?.seats.get(party) ?? 0) < seats)
    .map(([party]) => party)

const objections = ({ result }: ResultEvent): string[] => {
  const { candidates, turnout, majority } = result
  const { valid, rejected, electorate } = turnout
  const sum = candidates.reduce((all, { votes }) => all + votes, 0)
  const [first = 0, second = 0] = candidates.map(({ votes }) => votes).toSorted((a, b) => b - a)
  const elected = candidates.filter((one) => one.elected)
  return [
    sum === valid ? null : `has ${sum} votes for its candidates and ${valid} in all`,
    valid + (rejected ?? 0) <= electorate ? null : 'counts more papers than there are electors',
    first - second === majority.votes
      ? null
      : `says a majority of ${majority.votes}, not ${first - second}`,
    elected.length === 1 && elected[0]?.votes === first ? null : 'elects somebody who is not first',
  ].filter((words) => words !== null)
}
