import { percentage, grouped } from './figures.ts'
import { partyOf } from './party.ts'
import type { Result } from './result.ts'
import { clockTime } from './time.ts'

export type Words = {
  readonly time: string
  readonly line: string
  readonly snap: string
  readonly story: string
}

const capitals = (party: string): string => partyOf(party).short.toUpperCase()

/** "LAB GAIN", "CON HOLD", "IND WIN". */
export const verdictWords = ({ verdict }: Result): string =>
  `${capitals(verdict.party)} ${verdict.kind.toUpperCase()}`

/** "from CON" on a gain, else nothing. A gain has somebody it came from. */
export const fromWords = ({ verdict }: Result): string =>
  verdict.kind === 'gain' && verdict.from ? `from ${capitals(verdict.from)}` : ''

/** "Con to Lab": a swing has a direction, always. [WRD3] */
export const directionWords = (swing: NonNullable<Result['swing']>): string =>
  `${partyOf(swing.from).short} to ${partyOf(swing.to).short}`

const sentence = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join(' ')
const listed = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join(', ')

const majorityWords = (result: Result): string =>
  result.decidedByLot ? 'majority 0, decided by lot' : `majority ${grouped(result.majority.votes)}`

const turnoutWords = ({ turnout }: Result): string =>
  `${percentage(turnout.valid, turnout.electorate)}%`

const snap = (name: string, result: Result): string =>
  sentence([
    `${sentence([verdictWords(result), name, fromWords(result)])}.`,
    result.decidedByLot ? 'Maj 0, decided by lot.' : `Maj ${grouped(result.majority.votes)}.`,
    result.swing !== null && `Swing ${result.swing.printed} pts ${directionWords(result.swing)}.`,
    `Turnout ${turnoutWords(result)}.`,
  ])

const opening = (name: string, { verdict }: Result): string => {
  const winner = sentenceCase(partyOf(verdict.party).name)
  switch (verdict.kind) {
    case 'gain':
      return `${winner} gained ${name} from ${partyOf(verdict.from ?? '').name}`
    case 'hold':
      return `${winner} held ${name}`
    case 'win':
      return `${winner} won ${name}`
  }
}

const story = (name: string, result: Result): string => {
  const { overturned, swing, verdict } = result
  const majority = result.decidedByLot
    ? 'after a tie that was decided by lot'
    : `with a majority of ${grouped(result.majority.votes)}`
  return sentence([
    `${listed([
      `${opening(name, result)} ${majority}`,
      overturned !== null &&
        `overturning one of ${grouped(overturned.votes)} at the ${verdict.against}`,
      swing !== null &&
        `on a swing of ${swing.printed} percentage points from ${partyOf(swing.from).short} to ${partyOf(swing.to).short}`,
    ])}.`,
    `Turnout was ${turnoutWords(result)}.`,
  ])
}

const sentenceCase = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** Everything that is said of a result, ready to read out or paste. `at` is when it was declared. [WRD1 WRD2] */
export const wordsOf = (name: string, result: Result, at: string): Words => {
  const time = clockTime(at)
  const line = listed([
    sentence([time, `${name}:`, verdictWords(result), fromWords(result)]),
    majorityWords(result),
    result.overturned !== null && `overturning ${grouped(result.overturned.votes)}`,
    result.swing !== null && `swing ${result.swing.printed}`,
  ])
  return { time, line, snap: snap(name, result), story: story(name, result) }
}
