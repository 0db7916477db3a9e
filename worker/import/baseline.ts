import type { Baseline } from '@night/shared/contest'
import { isKnownParty } from '@night/shared/party'
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
  const votesByParty = new Map<string, Baseline['votes'][number]>()
  for (const { party: then, name, votes } of rows) {
    const party = todaysNames[then] ?? then
    const sum = votes + (votesByParty.get(party)?.votes ?? 0)
    if (party !== 'ind') votesByParty.set(party, { party, votes: sum, ...nameOf(party, name) })
  }
  const independents = rows.filter(({ party }) => party === 'ind')
  return [
    ...votesByParty.values(),
    ...independents.map(({ party, votes }) => ({ party, votes })),
  ].toSorted((a, b) => b.votes - a.votes)
}

const nameOf = (party: string, name: string): { name?: string } =>
  isKnownParty(party) || name === '' ? {} : { name }
