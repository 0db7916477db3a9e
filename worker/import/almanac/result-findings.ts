import type { ByElection } from '@night/shared/almanac'
import { partyOnBallot } from '../ballot-party.ts'
import type { Finding } from '../finding.ts'
import type { VerdictRow } from './rows.ts'

const form = /^(?<winner>.+?) (?<kind>gain|hold|win)(?: from (?<from>.+))?$/i

/** A result in the source's words, as parties: "Con gain from Lab Coop" was lab's, "RUK Hold" is ruk's. */
export const resultInWords = (words: string) => {
  const { winner, kind, from } = form.exec(words.trim())?.groups ?? {}
  return {
    winner: partyOnBallot(winner ?? '', ''),
    kind: kind?.toLowerCase() ?? '',
    from: from === undefined ? null : partyOnBallot(from, ''),
  }
}

/** The table has two decimals, and so have the majorities that some swings are worked out from. */
const tolerance = 0.0076

/** Where the votes say something else than the source's words or the table's swing. Both are flagged only. */
export const resultFindings = (
  exact: ByElection,
  former: ByElection,
  { result }: VerdictRow,
): Finding[] => [...otherVerdict(exact, result), ...otherSwing(exact, former)]

const otherVerdict = ({ name, winner, verdict, first }: ByElection, result: string): Finding[] => {
  const said = resultInWords(result)
  const from = verdict === 'gain' ? first : null
  if (said.winner === winner && said.kind === verdict && said.from === from) return []
  const words = `The file says “${result}”; here it is ${winner} ${verdict} from ${from ?? 'nobody'}.`
  return [{ weight: 'flagged', seat: name, code: 'other-verdict', words }]
}

const otherSwing = ({ name, swing }: ByElection, former: ByElection): Finding[] => {
  const was = former.swing
  const isSame =
    swing?.from === was?.from &&
    swing?.to === was?.to &&
    Math.abs((swing?.points ?? 0) - (was?.points ?? 0)) <= tolerance
  if (isSame) return []
  const words = `The table’s swing is ${swingWords(was)}; by the votes it is ${swingWords(swing)}.`
  return [{ weight: 'flagged', seat: name, code: 'other-swing', words }]
}

const swingWords = (swing: ByElection['swing']): string =>
  swing === null ? 'none' : `${swing.points} from ${swing.from} to ${swing.to}`
