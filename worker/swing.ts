import { baselineVotes, baselineWinner } from '@night/shared/baseline'
import type { Baseline } from '@night/shared/contest'
import { fraction, fractionToNumber, minus, printed, times } from '@night/shared/figures'
import type { CandidateResult, Swing } from '@night/shared/result'

type Poll = {
  readonly candidates: readonly CandidateResult[]
  readonly valid: number
  readonly previous: Baseline
}

/** Parties between which no swing is ever computed. [SWG4] */
const without = new Set(['spk', 'ind'])

/**
 * Butler swing in percentage points of all valid votes: half the change in the winner's lead over the comparison
 * party, which is last time's winner on a gain and today's runner-up on a hold. It is never negative: a hold that
 * lost ground is a swing the other way. Null where one of the two did not stand or has no party. [SWG1–SWG4]
 */
export const swing = ({ candidates, valid, previous }: Poll): Swing | null => {
  const winner = candidates[0]?.party
  const before = baselineWinner(previous)
  const compared = winner === before ? candidates[1]?.party : before
  if (winner === undefined || compared === undefined || winner === compared) return null
  if (without.has(winner) || without.has(compared) || without.has(before)) return null
  const votesNow = (party: string) =>
    candidates.find((candidate) => candidate.party === party)?.votes
  const comparedNow = votesNow(compared)
  if (comparedNow === undefined) return null
  const leadNow = fraction((votesNow(winner) ?? 0) - comparedNow, valid)
  const leadThen = fraction(
    baselineVotes(previous, winner) - baselineVotes(previous, compared),
    previous.valid,
  )
  const points = times(minus(leadNow, leadThen), 100, 2)
  const size = points.top < 0n ? { ...points, top: -points.top } : points
  const [from, to] = points.top < 0n ? [winner, compared] : [compared, winner]
  return { from, to, points: fractionToNumber(size), printed: printed(size) }
}
