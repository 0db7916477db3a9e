import type { Seat } from '@night/shared/board'
import { wasContested } from '@night/shared/baseline'
import type { Baseline } from '@night/shared/contest'
import type { ResultEvent } from '@night/shared/event'
import { grouped, percentage } from '@night/shared/figures'
import type { Result, Swing } from '@night/shared/result'
import { directionWords, isNoSwing, votesOverturned } from '@night/shared/tale'
import { emsOf, fitTo } from '../fit.ts'
import { neededWords, shortName, sizeWords } from '../seat-words.ts'

export type Figure = {
  readonly label: string
  readonly value: string
  readonly unit?: string
  readonly note: string | null
}

/** What a result is told by, the most important first. [WALL6 WALL8] */
export const figuresOf = (contest: Seat['contest'], { result }: ResultEvent): Figure[] => {
  const { majority, turnout, decidedByLot } = result
  return [
    {
      label: 'Majority',
      value: grouped(majority.votes),
      note: decidedByLot
        ? 'decided by lot'
        : `${percentage(majority.votes, turnout.valid)}% of votes`,
    },
    majorityBefore(contest.previous, result),
    swingFigure(contest.previous, result),
    {
      label: 'Turnout',
      value: `${percentage(turnout.valid, turnout.electorate)}%`,
      note: `${grouped(turnout.valid)} votes`,
    },
  ].filter((figure) => figure !== null)
}

const majorityBefore = (previous: Baseline | null, result: Result): Figure | null => {
  if (!previous || !wasContested(previous) || result.verdict.kind === 'win') return null
  const isGain = result.verdict.kind === 'gain'
  if (isGain && votesOverturned(result) === 0) return null
  return {
    label: isGain ? 'Overturned' : 'Defended',
    value: grouped(previous.majority),
    note: `${percentage(previous.majority, previous.valid)}% last time`,
  }
}

const swingFigure = (previous: Baseline | null, { swing }: Result): Figure | null => {
  if (!swing) return null
  const needed = neededWords(previous, swing)
  return {
    label: isNoSwing(swing) ? `Swing, ${pairOf(swing)}` : `Swing ${directionWords(swing)}`,
    value: sizeWords(swing),
    ...(isNoSwing(swing) ? {} : { unit: 'pts' }),
    note: needed && `needed ${needed}`,
  }
}

/** "Con and Lab": the row beside a map has no room for more. */
const pairOf = ({ from, to }: Swing): string => `${shortName(from)} and ${shortName(to)}`

/** Where figures stand in a row beside a map: what they have together, and how large labels and values are, of 1080. */
const row = { room: 650, label: 33, value: 58 }

/** How narrow a row of figures is set, so that the last of them is not cut. [GEW13] */
export const fitRow = (figures: readonly Figure[]): Record<string, string> => {
  const widths = figures.map(({ label, value }) =>
    Math.max(emsOf(label) * row.label, emsOf(value) * row.value),
  )
  return fitTo(row.room / widths.reduce((sum, width) => sum + width, 0), 80)
}
