import { baselineWinner } from '@night/shared/baseline'
import type { Baseline } from '@night/shared/contest'
import { abbreviationToParty } from '@night/shared/party'

/** "(Nadine Dorries, Con)", "(Chris Pincher, elected Con)". */
const member = /\([^()]+, (?<elected>elected )?(?<party>[^(),]+)\)$/

/**
 * The party that held the seat in the House just before the poll. "elected X" in the cause says that the member had
 * lost or left the whip, and sat as an independent. Without a member in the cause: the winner last time.
 */
export const holderOf = (cause: string | null, previous: Baseline): string => {
  const { elected, party } = member.exec(cause ?? '')?.groups ?? {}
  if (elected) return 'ind'
  return party ? abbreviationToParty(party) : baselineWinner(previous)
}
