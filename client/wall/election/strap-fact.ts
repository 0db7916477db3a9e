import type { Board, Seat } from '@night/shared/board'
import { asDeclared, isDeclared } from '@night/shared/declared'
import { ordinal } from '@night/shared/figures'
import { isPerson, partyOf } from '@night/shared/party'
import { capitalised } from '@night/shared/tale'
import { milestones } from '@night/shared/tally/milestones'
import { declaredIn } from '@night/shared/tally/seats'
import { defenceOf, shortName } from '../../seat-words.ts'

/** "Labour’s", "The Conservatives’". */
const possessive = (party: string): string => {
  const name = capitalised(partyOf(party).name)
  return name.endsWith('s') ? `${name}’` : `${name}’s`
}

/** What is said before all else of the seat that made a majority: "Labour’s 326th seat: a majority". [GEW2] */
export const majorityFact = (board: Board, { contest }: Seat): string => {
  const { passed, line } = milestones(board)
  return passed?.by.contest.constituency.id === contest.constituency.id
    ? `${possessive(passed.party)} ${ordinal(line)} seat: a majority`
    : ''
}

/** What is said of a result that broke no record: which gain of the party's it is, or what would have taken it. [GEW2] */
export const electionFact = (board: Board, seat: Seat): string => {
  if (!isDeclared(seat)) return ''
  const { latest, contest } = seat
  const { kind, party } = latest.result.verdict
  if (kind === 'gain') {
    const gains = declaredIn(board).filter(
      (other) =>
        other.latest.result.verdict.kind === 'gain' &&
        other.latest.result.verdict.party === party &&
        asDeclared(seat, other) > 0,
    )
    const place = ordinal(gains.length)
    // Each of them is another person.
    return isPerson(party)
      ? `${place} gain of the night by ${partyOf(party).name}`
      : `${possessive(party)} ${place} gain of the night`
  }
  const swing = defenceOf(contest)?.swing
  const { from, to } = latest.result.swing ?? {}
  // Beside a swing between others, what somebody would have needed reads as if it had been enough.
  return kind === 'hold' && swing && (from === swing.to || to === swing.to)
    ? `${shortName(swing.to)} needed a swing of ${swing.printed} points to take it`
    : ''
}
