import type { ResultEvent, WithdrawnEvent } from './event.ts'
import { grouped, percentage } from './figures.ts'
import { isPerson, partyOf } from './party.ts'
import type { Result, Swing } from './result.ts'
import { story } from './story.ts'
import { styles } from './style.ts'
import {
  betweenWords,
  capitalised,
  clauseOf,
  directionWords,
  fromNothingWords,
  isNoSwing,
  noSwingWords,
  takenBack,
  type Tale,
  votesOverturned,
} from './tale.ts'

const capitals = (party: string): string => partyOf(party).short.toUpperCase()

/** "LAB GAIN", "CON HOLD", "IND WIN". */
export const verdictWords = ({ verdict }: Pick<Result, 'verdict'>): string =>
  `${capitals(verdict.party)} ${verdict.kind.toUpperCase()}`

/** "from CON" on a gain, else nothing. A gain has somebody it came from. */
export const fromWords = ({ verdict }: Pick<Result, 'verdict'>): string =>
  verdict.kind === 'gain' && verdict.from ? `from ${capitals(verdict.from)}` : ''

const spaced = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join(' ')
const listed = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join(', ')

/** "result withdrawn"; "winner withdrawn" where there were no figures. */
export const withdrawnWords = (event: Pick<WithdrawnEvent, 'revision'>): string =>
  `${takenBack(event)} withdrawn`

/** " (notional, Reform from nothing)": what a figure is to be read with, or nothing. */
const marked = (...marks: readonly (string | false | null)[]): string => {
  const said = marks.filter(Boolean).join(', ')
  return said === '' ? '' : ` (${said})`
}

const notional = ({ verdict }: Result): string | false => verdict.notional && 'notional'

/** On a gain between the two parties of the swing the direction is said already; else it is named. */
const swingInLine = (result: Result): string | false => {
  const { swing, verdict } = result
  if (!swing) return false
  if (isNoSwing(swing)) return noSwingWords(swing)
  const isSaid =
    verdict.kind === 'gain' && verdict.from === swing.from && verdict.party === swing.to
  const direction = isSaid ? '' : ` ${directionWords(swing)}`
  const marks = marked(votesOverturned(result) === 0 && notional(result), fromNothingWords(result))
  return `swing ${swing.printed}${direction}${marks}`
}

const line = ({ name, result, at, records, style = 'house' }: Tale): string =>
  listed([
    spaced([styles[style].time(at), `${name}:`, verdictWords(result), fromWords(result)]),
    result.decidedByLot
      ? 'majority 0, decided by lot'
      : `majority ${grouped(result.majority.votes)}`,
    votesOverturned(result) > 0 &&
      `overturning ${grouped(votesOverturned(result))}${marked(notional(result))}`,
    swingInLine(result),
    ...clauseOf(records),
  ])

const swingInSnap = (swing: Swing, result: Result): string =>
  isNoSwing(swing)
    ? `${capitalised(noSwingWords(swing))}.`
    : `Swing ${swing.printed} pts ${directionWords(swing)}${marked(fromNothingWords(result))}.`

/** "LAB GAIN Tamworth from CON": who, what, where, and from whom. */
export const claim = (name: string, result: Pick<Result, 'verdict'>): string =>
  spaced([verdictWords(result), name, fromWords(result)])

/** "Maj 1,316. Swing 23.9 pts Con to Lab. Turnout 35.9%." */
export const figuresInShort = (result: Result): string =>
  spaced([
    result.decidedByLot ? 'Maj 0, decided by lot.' : `Maj ${grouped(result.majority.votes)}.`,
    result.swing !== null && swingInSnap(result.swing, result),
    result.verdict.notional && 'Against notional result.',
    `Turnout ${percentage(result.turnout.valid, result.turnout.electorate)}%.`,
  ])

const snap = ({ name, result }: Tale): string => `${claim(name, result)}. ${figuresInShort(result)}`

const swingInHeadline = (swing: Swing, { verdict }: Result): string => {
  const kind = verdict.notional ? 'notional ' : ''
  return isNoSwing(swing)
    ? `with no ${kind}swing ${betweenWords(swing)}`
    : `on ${kind}swing of ${swing.printed} points to ${partyOf(swing.to).short}`
}

const headline = ({ name, result, style = 'house' }: Tale): string => {
  const { verdict, swing } = result
  const winner = capitalised(styles[style].party(verdict.party))
  const from = verdict.from === null ? '' : ` from ${styles[style].party(verdict.from)}`
  const verb = isPerson(verdict.party) ? `${verdict.kind}s` : verdict.kind
  const how = swing && verdict.kind === 'gain' ? ` ${swingInHeadline(swing, result)}` : ''
  return `${winner} ${verb} ${name}${from}${how}`
}

/** Everything that is said of a result, ready to read out or paste; the same figures give the same words. [WRD1 WRD2] */
export const wordsOf = (tale: Tale): ResultEvent['words'] => ({
  time: styles[tale.style ?? 'house'].time(tale.at),
  line: line(tale),
  snap: snap(tale),
  headline: headline(tale),
  story: story(tale),
})
