import type { Baseline } from './contest.ts'
import type { Result } from './result.ts'

/** The party with the most votes in the baseline. */
export const baselineWinner = (baseline: Baseline): string =>
  baseline.votes.reduce((most, row) => (row.votes > most.votes ? row : most)).party

/** What a result is measured against: "2019 general election", "2019 general election (notional)". */
export const baselineWords = (previous: Baseline | null): string => {
  if (!previous) return 'no earlier result'
  return previous.notional ? `${previous.election} (notional)` : previous.election
}

/** Whether anybody stood against the winner; where nobody did there was no majority, and there is no swing. [SWG4] */
export const wasContested = ({ votes }: Baseline): boolean => votes.length > 1

/**
 * The majority that a winner overturns. Nobody overturns the Speaker's, the Speaker nobody's, and nobody one that was no
 * majority.
 */
export const overturnedBy = (winner: string, previous: Baseline): Result['overturned'] => {
  const before = baselineWinner(previous)
  return before === winner || [before, winner].includes('spk') || !wasContested(previous)
    ? null
    : { votes: previous.majority, share: previous.majority / previous.valid }
}

/** Votes for a party last time; 0 where it did not stand. Independents are persons, so never add up. [SWG6] */
export const baselineVotes = (baseline: Baseline, party: string): number =>
  baseline.votes.find((row) => row.party === party)?.votes ?? 0
