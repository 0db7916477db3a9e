import { baselineWinner, overturnedBy } from '../baseline.ts'
import type { Contest } from '../contest.ts'
import { decimal } from '../figures.ts'
import { whyNoSwing } from '../no-swing.ts'
import { isPerson, partyOf } from '../party.ts'
import { maySay } from '../wording.ts'
import type { Entry } from './entry.ts'
import { before, howFar, type Table } from './facts.ts'
import { type Query, rankBy, compared } from './query.ts'

/** What to listen for at a count: a record that would fall, and what it takes. */
type Watch = { readonly id: string; readonly text: string }

/** Ranks that are worth waiting for. */
const ranks = [1, 2]

/** Parties that might win: those of the three first last time that stand again. */
const likely = ({ previous, candidates }: Contest): string[] => {
  const standing = new Set(candidates.map(({ party }) => party))
  return (previous?.votes ?? [])
    .toSorted((a, b) => b.votes - a.votes)
    .map(({ party }) => party)
    .filter((party) => standing.has(party) && !isPerson(party))
    .slice(0, 3)
}

/** A record that would fall, and what it takes; `takes` begins with a space or a comma. */
type Promised = { readonly id: string; readonly claim: string; readonly takes: string }

/**
 * What would make a record in a by-election, before it declares; empty for other contests. Only what would be published
 * is promised: the same queries, claims and wording rules. [REC10]
 */
export const watchFor = (contest: Contest, date: string, table: Table): Watch[] => {
  const earlier = before(table, date)
  const reach = howFar(table, date)
  const lines = likely(contest)
    .flatMap((party) => {
      const subject = ifWonBy(contest, party, date)
      return table.queries.flatMap((query) =>
        query.needs ? thresholds(query, subject, earlier) : foreseen(query, subject, earlier),
      )
    })
    .map(({ id, claim, takes }) => ({
      id,
      text: `${claim}${reach}${reach === '' || takes.startsWith(',') ? '' : ','}${takes}`,
    }))
    .filter(({ text }) => maySay(text))
  return [...new Map(lines.map((line) => [line.text, line])).values()]
}

const thresholds = (query: Query, subject: Entry, earlier: readonly Entry[]): Promised[] => {
  if (!query.counts(subject, subject)) return []
  const { rivals, since } = compared(query, subject, earlier)
  if (rivals.length + 1 < (query.least ?? 1)) return []
  return ranks.flatMap((rank) => {
    const value = rivals[rank - 1]?.value
    const better = rivals[rank - 2]?.value
    // No majority is below none.
    if (value === undefined || !query.needs || (query.direction === 'lowest' && value === 0))
      return []
    // Whoever passes one of two that are level passes both.
    if (better !== undefined && decimal(better) === decimal(value)) return []
    const claim = query
      .words(subject, { rank, value, since, isJoint: false, proof: [] })
      .replace(/, (at|from) .*$/, '')
    return [{ id: query.id, claim, takes: ` ${query.needs(value)}` }]
  })
}

/** The majority to overturn is known beforehand. */
const foreseen = (query: Query, subject: Entry, earlier: readonly Entry[]): Promised[] => {
  const ranking = rankBy(query, subject, earlier)
  if (!ranking) return []
  const takes = `, if ${partyOf(subject.winner).name} should gain the seat`
  return [{ id: query.id, claim: query.words(subject, ranking), takes }]
}

const ifWonBy = (contest: Contest, party: string, date: string): Entry => {
  const { constituency, previous } = contest
  const first = previous ? baselineWinner(previous) : null
  const isGain = first !== null && first !== party
  const overturned = previous && overturnedBy(party, previous)
  return {
    key: constituency.id,
    name: constituency.name,
    date,
    region: constituency.region,
    country: constituency.country,
    winner: party,
    before: first,
    verdict: isGain ? 'gain' : 'hold',
    swing: swingTo(party, contest),
    isConLabOnly: false,
    overturnedVotes: overturned?.votes ?? null,
    overturnedPoints: overturned && overturned.share * 100,
    isApart: false,
    majorityVotes: null,
    turnout: null,
    winningShare: null,
  }
}

/** The swing on which a party would gain the seat, as far as one would be given; its size is what is waited for. */
const swingTo = (party: string, { previous, candidates }: Contest): Entry['swing'] => {
  if (!previous) return null
  const from = baselineWinner(previous)
  const standing = candidates.map((candidate) => candidate.party)
  if (from === party || whyNoSwing({ pair: [party, from], standing, previous })) return null
  return { from, to: party, points: 0 }
}
