import { baselineVotes } from '@night/shared/baseline'
import type { Baseline } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import type { ResultEvent } from '@night/shared/event'
import { fraction, minus, percentage, printed, times } from '@night/shared/figures'
import { isPerson } from '@night/shared/party'
import { signed } from '@night/shared/tally/figure'
import type { KnownContest } from './answers.ts'

export type Figure = { readonly votes: number; readonly share: string }

export type FigureRow = {
  readonly name: string
  /** Null for a name that is not on the ballot paper. */
  readonly party: string | null
  /** Null for somebody who was left out. */
  readonly now: Figure | null
  /** The party's last time; null where it did not stand, or is a person. */
  readonly before: Figure | null
  /** In points: "+22.1", "−25.7", "new"; nothing where there is nothing to compare. */
  readonly change: string
  /** The votes that stand on the board. */
  readonly standing: number | null
}

type Beside = {
  readonly contest: KnownContest
  /** What stands of the seat. */
  readonly latest: ResultEvent | null
}

/** Every figure as it was sent, most votes first, beside the party's of last time and what stands. [HLD5] */
export const figuresBeside = (
  { votes, valid }: Pick<Declaration, 'votes' | 'valid'>,
  { contest, latest }: Beside,
): FigureRow[] => {
  const standing = new Map(latest?.result.candidates.map((one) => [one.id, one.votes]))
  const row = (id: string, count: number | null): FigureRow => {
    const candidate = contest.candidates.find((one) => one.id === id)
    const party = candidate?.party ?? null
    return {
      name: candidate?.name ?? id,
      party,
      now: count === null ? null : figure(count, valid),
      ...besideLastTime(party, count === null ? null : { count, valid }, contest.previous),
      standing: standing.get(id) ?? null,
    }
  }
  const named = new Set(votes.map(({ candidate }) => candidate))
  const sent = votes.toSorted((a, b) => b.votes - a.votes)
  return [
    ...sent.map(({ candidate, votes: count }) => row(candidate, count)),
    ...contest.candidates.filter(({ id }) => !named.has(id)).map(({ id }) => row(id, null)),
  ]
}

const figure = (votes: number, valid: number): Figure => ({
  votes,
  share: percentage(votes, Math.max(1, valid)),
})

const nothing = { before: null, change: '' }

const besideLastTime = (
  party: string | null,
  now: { readonly count: number; readonly valid: number } | null,
  previous: Baseline | null,
): Pick<FigureRow, 'before' | 'change'> => {
  if (party === null || previous === null || isPerson(party)) return nothing
  const stood = previous.votes.some((row) => row.party === party)
  if (!stood) return { before: null, change: now === null ? '' : 'new' }
  const votes = baselineVotes(previous, party)
  const before = figure(votes, previous.valid)
  if (now === null) return { before, change: '' }
  const shares = [fraction(now.count, Math.max(1, now.valid)), fraction(votes, previous.valid)]
  const [a, b] = shares
  return { before, change: a && b ? signed(printed(times(minus(a, b), 100))) : '' }
}

export type TotalRow = {
  readonly what: string
  readonly now: number | null
  readonly before: number | null
  readonly standing: number | null
  /** It contradicts the figures above it. */
  readonly isWrong: boolean
}

/** What the figures come to, and what was read out: where the two are apart they stand under one another. [HLD5] */
export const totalsBeside = (declaration: Declaration, { contest, latest }: Beside): TotalRow[] => {
  const { votes, valid, majority, rejected, electorate } = declaration
  const { previous } = contest
  const standing = latest?.result ?? null
  const sum = votes.reduce((total, row) => total + row.votes, 0)
  const [first = 0, second = 0] = votes.map((row) => row.votes).toSorted((a, b) => b - a)
  const row = (what: string, now: number | null, more: Partial<TotalRow> = {}): TotalRow => ({
    what,
    now,
    before: null,
    standing: null,
    isWrong: false,
    ...more,
  })
  const lead = { before: previous?.majority ?? null, standing: standing?.majority.votes ?? null }
  const total = { before: previous?.valid ?? null, standing: standing?.turnout.valid ?? null }
  return [
    row('Majority, by the votes', first - second, lead),
    ...(majority === null || majority === first - second
      ? []
      : [row('Majority, as read out', majority, { isWrong: true })]),
    ...(sum === valid ? [] : [row('The votes come to', sum, { isWrong: true })]),
    row('Valid votes, as read out', valid, total),
    row('Rejected papers', rejected, { standing: standing?.turnout.rejected ?? null }),
    row('Electorate', electorate, { standing: standing?.turnout.electorate ?? null }),
  ]
}
