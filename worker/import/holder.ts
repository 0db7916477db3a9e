import { baselineWinner } from '@night/shared/baseline'
import type { Baseline } from '@night/shared/contest'
import type { Entry } from '@night/shared/records/entry'
import { partyOnBallot } from './ballot-party.ts'

/** "(Nadine Dorries, Con)", "(Chris Pincher, elected Con)". */
const member = /\([^()]+, (?<elected>elected )?(?<party>[^(),]+)\)$/

/**
 * The party for which the member sat just before the poll, as the cause has it. "elected X" says that the member had
 * lost or left the whip, and sat as an independent. Null without a member in the cause.
 */
export const holderInCause = (cause: string | null): string | null => {
  const { elected, party } = member.exec(cause ?? '')?.groups ?? {}
  if (elected) return 'ind'
  return party ? partyOnBallot(party, '') : null
}

type ByElection = Pick<Entry, 'date' | 'winner'>

/** Who won a seat last, and the by-election that took it from another party; null where that was the general election. */
export type LastWon = { readonly party: string; readonly takenOn: string | null }

/**
 * Who won the seat last: the winner of the general election, or of the by-elections there since, the earliest first.
 * Null where there was no such seat: it is new, or its boundaries are.
 */
export const lastWon = (
  previous: Baseline | null,
  byElections: readonly ByElection[],
): LastWon | null => {
  if (!previous || previous.notional) return null
  let held: LastWon = { party: baselineWinner(previous), takenOn: null }
  for (const { winner, date } of byElections) {
    if (winner !== held.party) held = { party: winner, takenOn: date }
  }
  return held
}
