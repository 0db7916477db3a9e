import { decimal } from '../figures.ts'
import { partyOf } from '../party.ts'
import type { RecordLine } from '../result.ts'
import { maySay } from '../wording.ts'
import { contextOf } from './context.ts'
import { type Entry, seatToEntry, swingToWin } from './entry.ts'
import { before, howFar, type Moment, type Table } from './facts.ts'
import { milestones } from './milestones.ts'
import { type Query, type Ranking, rankBy } from './query.ts'
import { firsts, tonightQueries } from './tonight.ts'

/**
 * Every line that can be said of a seat at the moment it was declared, the weightiest first. It depends on what was
 * declared before and on nothing else, so the order in which we heard of things does not matter. A line that the
 * wording rules refuse is not said. [REC1–REC9]
 */
export const recordsFor = (moment: Moment, table: Table): RecordLine[] => {
  const { night } = moment.board
  const subject = seatToEntry(moment.seat, night.date)
  const earlier = moment.earlier.map((seat) => seatToEntry(seat, night.date))
  const lines =
    night.kind === 'by-elections'
      ? byElectionLines(moment, {
          subject,
          earlier: [...before(table, night.date), ...earlier],
          table,
        })
      : tonightLines(moment, { subject, earlier })
  return [...lines, ...milestones(moment, { subject, earlier }), ...needed(moment, subject)]
    .filter(({ text }) => maySay(text))
    .toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
}

const byElectionLines = (
  { seat, board }: Moment,
  facts: { readonly subject: Entry; readonly earlier: readonly Entry[]; readonly table: Table },
): RecordLine[] => {
  const { subject, earlier, table } = facts
  const asAt = board.night.date
  // Without a table nothing is known of what was before, so nothing is a record.
  if (table.entries.length === 0) return []
  const reach = howFar(table, asAt)
  return [
    ...table.queries
      .flatMap((query) => ranked(query, { subject, earlier, asAt, scope: sinceScope }))
      .map((line) => ({ ...line, text: line.text + reach })),
    ...contextOf({ subject, contest: seat.contest, earlier, asAt, reach }),
  ]
}

/** What a record is counted over is what the table has of that figure, which its text claims too. [REC2] */
const sinceScope = ({ since }: Ranking): string => `by-elections since ${since}`

const tonightLines = (
  { board }: Moment,
  { subject, earlier }: { readonly subject: Entry; readonly earlier: readonly Entry[] },
): RecordLine[] => {
  const asAt = board.night.date
  const scope = `${board.night.title}, in the order of declaration`
  const ofTonight = { subject, earlier, asAt, scope: () => scope }
  return [
    ...tonightQueries.flatMap((query) => ranked(query, ofTonight)),
    ...firsts
      .filter(
        ({ counts }) =>
          counts(subject, subject) && !earlier.some((entry) => counts(entry, subject)),
      )
      .map(({ id, weight, words }) => ({
        id,
        weight,
        text: words(subject),
        rank: 1,
        asAt,
        scope,
        proof: [],
      })),
  ]
}

type Comparison = {
  readonly subject: Entry
  readonly earlier: readonly Entry[]
  readonly asAt: string
  readonly scope: (ranking: Ranking) => string
}

/** The line of a query for a subject; none where its rank is not worth saying. Lower ranks weigh less. */
export const ranked = (
  query: Query,
  { subject, earlier, asAt, scope }: Comparison,
): RecordLine[] => {
  const ranking = rankBy(query, subject, earlier)
  if (!ranking) return []
  const { rank, proof } = ranking
  const weight = query.weight - 3 * (rank - 1)
  return [
    {
      id: query.id,
      text: query.words(subject, ranking),
      rank,
      weight,
      asAt,
      scope: scope(ranking),
      proof: [...proof],
    },
  ]
}

/** "Labour needed a swing of 21.3 points": half the lead that had to fall, where there was one to speak of. [REC9] */
const needed = ({ seat, board }: Moment, subject: Entry): RecordLine[] => {
  const points = swingToWin(seat)
  if (points === null || decimal(points) === '0.0' || !subject.swing) return []
  return [
    {
      id: 'swing-needed',
      text: `swing of ${decimal(points)} points was needed to win it, from ${partyOf(subject.swing.from).short} to ${partyOf(subject.swing.to).short}`,
      rank: 1,
      weight: 20,
      asAt: board.night.date,
      scope: seat.latest.result.verdict.against,
      proof: [],
    },
  ]
}
