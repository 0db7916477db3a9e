import type { WithdrawnEvent } from './event.ts'
import { partyOf } from './party.ts'
import type { RecordLine, Result, Swing } from './result.ts'
import type { StyleName } from './style.ts'

/** What is put into words: a result, when it was declared, and the lines that stand with it. */
export type Tale = {
  readonly name: string
  readonly result: Result
  readonly at: string
  readonly records: readonly RecordLine[]
  readonly style?: StyleName | undefined
}

export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** What somebody wrote, as a sentence that ends once. */
export const asEnded = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

/** What a withdrawal takes back: a winner of whom there were no figures, or a result. */
export const takenBack = ({ revision }: Pick<WithdrawnEvent, 'revision'>): string =>
  revision === 0 ? 'winner' : 'result'

/** What a line needs before it: after a comma, and as a sentence of its own. */
const openers: Readonly<Record<string, readonly [string, string]>> = {
  'held-since': ['', 'The seat had been '],
  'in-a-row': ['', 'It comes '],
  echo: ['an ', 'It is an '],
  together: ['a ', 'It is a '],
  'none-left': ['leaving ', 'It leaves '],
}

const openerOf = ({ id }: RecordLine): readonly [string, string] =>
  openers[id.replace(/:.*$/, '')] ?? ['the ', 'It is the ']

/** "the second-highest by-election swing to Labour since 1945": to stand after a comma. */
const asClause = (record: RecordLine): string => openerOf(record)[0] + record.text

/** The same as a sentence without its full stop. */
export const asSentence = (record: RecordLine): string => openerOf(record)[1] + record.text

/** Lines that stand in the event for who looks, and are not read out. */
const beside = new Set(['swing-needed', 'pair-lately'])

/** Of two lines about the same figure the weightier is enough. */
const family = ({ id }: RecordLine): string => id.replace(/-(by|to|from|between)-.*$/, '')

/** Lines worth a reader's time, the weightiest first. */
export const worthSaying = (records: readonly RecordLine[]): RecordLine[] =>
  records
    .filter(({ id }) => !beside.has(id))
    .filter(
      (record, place, all) => all.findIndex((other) => family(other) === family(record)) === place,
    )

/** Lines that a story has room for. */
const room = 2

/** What a result's line ends with: the weightiest line, after a comma. */
export const clauseOf = (records: readonly RecordLine[]): string[] =>
  worthSaying(records).slice(0, 1).map(asClause)

/** What a story's second paragraph begins with: as many lines as it has room for. */
export const sentencesOf = (records: readonly RecordLine[]): string[] =>
  worthSaying(records)
    .slice(0, room)
    .map((record) => `${asSentence(record)}.`)

/** How many votes were overturned; 0 where nothing was, or last time was a tie, which is no majority. */
export const votesOverturned = ({ overturned }: Result): number => overturned?.votes ?? 0

/** Whether it is less than a twentieth of a point, which is no swing. [WRD3] */
export const isNoSwing = ({ printed }: Swing): boolean => printed === '0.0'

/** "Con to Lab": a swing has a direction, always. [WRD3] */
export const directionWords = ({ from, to }: Swing): string =>
  `${partyOf(from).short} to ${partyOf(to).short}`

/** "between Con and Lab": none has no direction. [WRD3] */
export const betweenWords = ({ from, to }: Swing): string =>
  `between ${partyOf(from).short} and ${partyOf(to).short}`

/** "no swing between Con and Lab". */
export const noSwingWords = (swing: Swing): string => `no swing ${betweenWords(swing)}`

/** "UKIP from nothing": whoever of the two has no share of last time to compare with; null where both have. [SWG6] */
export const fromNothingWords = ({ swing, candidates }: Result): string | null => {
  const isNew = (party: string): boolean =>
    candidates.find((one) => one.party === party)?.change === null
  const party = swing?.newParty ? [swing.to, swing.from].find(isNew) : undefined
  return party === undefined ? null : `${partyOf(party).short} from nothing`
}
