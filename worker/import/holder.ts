import { baselineWinner } from '@night/shared/baseline'
import type { Baseline } from '@night/shared/contest'
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

/** The party that held the seat in the House: by the cause, else the winner last time, "none" in a seat that is new. */
export const holderOf = (cause: string | null, previous: Baseline | null): string | null =>
  holderInCause(cause) ?? (previous ? baselineWinner(previous) : null)
