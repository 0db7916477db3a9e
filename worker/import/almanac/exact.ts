import type { ByElection } from '@night/shared/almanac'
import type { Baseline } from '@night/shared/contest'
import type { CandidateResult } from '@night/shared/result'
import { count } from '../../count.ts'
import { swing } from '../../swing.ts'
import type { Draft } from '../draft.ts'

/**
 * A by-election of the table with everything that its own votes tell put in place of the table's two decimals. The
 * swing and the majority overturned too, where the general election before is at hand; where it is not,
 * `majorityBefore` is what the source gives in points, itself from votes.
 */
export const exactByElection = (
  byElection: ByElection,
  { contest, figures }: Draft,
  majorityBefore: number,
): ByElection => {
  const { previous, constituency } = contest
  const declaredAt = '1970-01-01T00:00:00.000Z'
  const candidates = count({ ...figures, declaredAt }, contest)
  const votes = (candidates[0]?.votes ?? 0) - (candidates[1]?.votes ?? 0)
  const majority = { votes, points: (votes / figures.valid) * 100 }
  const overturned: ByElection['overturned'] = {
    votes: previous?.majority ?? byElection.overturned.votes,
    points: previous ? (previous.majority / previous.valid) * 100 : majorityBefore,
    certainty: 'exact',
  }
  const exact = { ...byElection, id: constituency.id, overturned, majority }
  return {
    ...exact,
    ...(previous
      ? byVotes({ candidates, valid: figures.valid, previous })
      : byLeads(exact, candidates[1]?.party ?? null)),
    turnout: (figures.valid / figures.electorate) * 100,
  }
}

type Swung = Pick<ByElection, 'swing' | 'apart'>

/** By the worker's own rules. */
const byVotes = (poll: {
  readonly candidates: readonly CandidateResult[]
  readonly valid: number
  readonly previous: Baseline
}): Swung => {
  const answer = swing(poll)
  if (answer.swing === null) return { swing: null, apart: answer.noSwing?.words ?? null }
  const { from, to, points } = answer.swing
  return { swing: { from, to, points }, apart: null }
}

/**
 * Where the same two were first and second both times, half the change in the lead between them, which is closer than
 * the table's two decimals and free of its typing errors; else the table's swing.
 */
const byLeads = (
  { swing, apart, winner, first, second, overturned, majority }: ByElection,
  runnerUp: string | null,
): Swung => {
  const isSamePair =
    runnerUp !== null && new Set([first, second, winner, runnerUp]).size === 2 && first !== second
  if (!isSamePair || swing === null || overturned.points === null || majority.points === null) {
    return { swing, apart }
  }
  const before = winner === first ? overturned.points : -overturned.points
  const points = (majority.points - before) / 2
  const [from, to] = points < 0 ? [winner, runnerUp] : [runnerUp, winner]
  return { swing: { from, to, points: Math.abs(points) }, apart }
}
