import type { Baseline } from '@night/shared/contest'
import type { PreviousRow } from './columns.ts'

/**
 * The result that the seat is measured against: votes by party, most first. Every independent keeps a row, since they
 * are persons; the majority is that of the candidates. Null without rows.
 */
export const baselineOf = (rows: readonly PreviousRow[], election: string): Baseline | null => {
  const byVotes = rows.toSorted((a, b) => b.votes - a.votes)
  const [first, second] = byVotes
  if (!first) return null
  return {
    election,
    notional: first.notional,
    votes: byParty(byVotes),
    valid: rows.reduce((sum, { votes }) => sum + votes, 0),
    majority: first.votes - (second?.votes ?? 0),
  }
}

/** A party that goes on under another name is compared with itself: the Brexit Party became Reform UK. */
const todaysNames: Readonly<Record<string, string>> = { brx: 'ruk' }

const byParty = (rows: readonly PreviousRow[]): Baseline['votes'] => {
  const votesByParty = new Map<string, number>()
  for (const { party: then, votes } of rows) {
    const party = todaysNames[then] ?? then
    if (party !== 'ind') votesByParty.set(party, (votesByParty.get(party) ?? 0) + votes)
  }
  const independents = rows.filter(({ party }) => party === 'ind')
  return [
    ...[...votesByParty].map(([party, votes]) => ({ party, votes })),
    ...independents.map(({ party, votes }) => ({ party, votes })),
  ].toSorted((a, b) => b.votes - a.votes)
}
