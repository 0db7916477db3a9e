import type { ByElection } from '@night/shared/almanac'
import { formerParty } from './former-party.ts'
import type { SinceRow } from './rows.ts'

type Swung = Pick<ByElection, 'swing' | 'apart'>

/** Counted in table 13 of the source under a wrong day as well; the poll was on 3 March. */
const countedTwice = '2011-02-03 Barnsley Central'

/** Why a row is left out of swings; null where nothing speaks against it. */
const whyNone = (row: SinceRow): string | null => {
  const { note, swing } = row
  if (`${row.date} ${row.listed}` === countedTwice)
    return 'The poll of 3 March 2011, which the source has under this day too.'
  if (note === 'uncontested') return 'Nobody stood against the winner.'
  if (note === 'Northern Ireland') return 'Northern Ireland: the source gives no changes in share.'
  if (note.startsWith('CHECK')) return 'The source’s changes would make a share smaller than 0.'
  if (note.includes('not meaningful')) return `Parties stood aside: ${note.replace(/;.*$/, '')}.`
  if (note.startsWith('no Conservative stood'))
    return 'No Conservative stood, and the one elected before stood as an independent.'
  if (swing.points === null || swing.from === null || swing.to === null)
    return 'The source gives no swing between the winner and another party.'
  if ([swing.from, swing.to].map(formerParty).includes('ind'))
    return 'An independent is a person, not a party.'
  return whyInDoubt(row)
}

/** Where the source's own figures speak against its swing, it is ranked nowhere: 0.4 to 6.55 points, in six rows. */
const whyInDoubt = ({ note, first, majorityAbout }: SinceRow): string | null => {
  if (note.startsWith('changes do not sum'))
    return 'The source’s changes in share do not add up to 0.'
  return first !== 'Oth' && majorityAbout !== null && majorityAbout < 0
    ? 'By the source’s changes in share the seat would have been lost.'
    : null
}

/** The swing as the table has it, or why there is none. It is never negative. */
export const formerSwing = (row: SinceRow): Swung => {
  const apart = whyNone(row)
  const { from, to, points } = againstTheGeneralElection(row)
  if (apart !== null || from === null || to === null || points === null) {
    return { swing: null, apart }
  }
  const [source, target] = points < 0 ? [to, from] : [from, to]
  return {
    swing: { from: formerParty(source), to: formerParty(target), points: Math.abs(points) },
    apart: null,
  }
}

/**
 * A party that had no votes at the general election is nothing to compare with: Walsall North 1976, "from the English
 * National Party", was lost by Labour there, and the table has that swing beside it.
 */
const againstTheGeneralElection = (row: SinceRow): SinceRow['swing'] =>
  row.isGain && row.swing.from === 'ENP' && row.conToLab !== null
    ? { from: 'Con', to: 'Lab', points: row.conToLab }
    : row.swing
