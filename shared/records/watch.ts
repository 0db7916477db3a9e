import { decimal, grouped } from '../figures.ts'
import { baselineWinner } from '../baseline.ts'
import type { Contest } from '../contest.ts'
import { partyOf } from '../party.ts'
import type { Entry } from './entry.ts'
import { before, type Table } from './facts.ts'
import { type Query, rankBy, compared } from './query.ts'

/** What to listen for at a count: a record that would fall, and what it takes. */
export type Watch = { readonly id: string; readonly text: string }

/** Ranks that are worth waiting for. */
const ranks = [1, 2]

/** Parties that might win: those of the three first last time that stand again. */
const likely = ({ previous, candidates }: Contest): string[] => {
  const standing = new Set(candidates.map(({ party }) => party))
  return (previous?.votes ?? [])
    .toSorted((a, b) => b.votes - a.votes)
    .map(({ party }) => party)
    .filter((party) => standing.has(party) && party !== 'ind' && party !== 'spk')
    .slice(0, 3)
}

/** What would make a record in a by-election, before it declares; empty for other contests. [REC10] */
export const watchFor = (contest: Contest, date: string, table: Table): Watch[] => {
  const earlier = before(table, date)
  const lines = likely(contest).flatMap((party) => {
    const subject = ifWonBy(contest, party, date)
    return table.queries.flatMap((query) =>
      query.needs ? thresholds(query, subject, earlier) : foreseen(query, subject, earlier),
    )
  })
  return [...new Map(lines.map((line) => [line.text, line])).values()]
}

const thresholds = (query: Query, subject: Entry, earlier: readonly Entry[]): Watch[] => {
  if (!query.counts(subject, subject)) return []
  const { rivals, since } = compared(query, subject, earlier)
  if (rivals.length + 1 < (query.least ?? 1)) return []
  return ranks.flatMap((rank) => {
    const value = rivals[rank - 1]?.value
    if (value === undefined || !query.needs) return []
    const title = query
      .words(subject, { rank, value, since, isJoint: false, proof: [] })
      .replace(/, (at|from) .*$/, '')
    return [
      {
        id: query.id,
        text: `${title} ${query.needs(Number.isInteger(value) ? grouped(value) : decimal(value))}`,
      },
    ]
  })
}

/** The majority to overturn is known beforehand. */
const foreseen = (query: Query, subject: Entry, earlier: readonly Entry[]): Watch[] => {
  const ranking = rankBy(query, subject, earlier)
  if (!ranking) return []
  return [
    {
      id: query.id,
      text: `${query.words(subject, ranking)}, if ${partyOf(subject.winner).name} should gain the seat`,
    },
  ]
}

const ifWonBy = ({ constituency, previous }: Contest, party: string, date: string): Entry => {
  const first = previous ? baselineWinner(previous) : null
  const isGain = first !== null && first !== party
  return {
    key: constituency.id,
    name: constituency.name,
    date,
    region: constituency.region,
    country: constituency.country,
    winner: party,
    before: first,
    verdict: isGain ? 'gain' : 'hold',
    swing: isGain ? { from: first, to: party, points: 0 } : null,
    overturnedVotes: isGain && previous ? previous.majority : null,
    overturnedPoints: isGain && previous ? (previous.majority / previous.valid) * 100 : null,
    isApart: false,
    majorityVotes: null,
    majorityPoints: null,
    turnout: null,
    winningShare: null,
  }
}
