import { baselineVotes, baselineWinner } from '@night/shared/baseline'
import type { Baseline } from '@night/shared/contest'
import { fraction, fractionToNumber, minus, printed, times } from '@night/shared/figures'
import { whyNoSwing } from '@night/shared/no-swing'
import type { CandidateResult, NoSwing, Swing } from '@night/shared/result'

type Poll = {
  readonly candidates: readonly CandidateResult[]
  readonly valid: number
  readonly previous: Baseline | null
}

type Answer = { readonly swing: Swing | null; readonly noSwing: NoSwing | null }

/**
 * Butler swing in percentage points of all valid votes: half the change in the winner's lead over the comparison
 * party, which is last time's winner on a gain and today's runner-up on a hold. It is never negative: a hold that
 * lost ground is a swing the other way. Where it would say nothing, there is none, and the reason. [SWG1–SWG4 SWG6]
 */
export const swing = ({ candidates, valid, previous }: Poll): Answer => {
  const winner = candidates[0]?.party
  if (previous === null || winner === undefined)
    return none('no-baseline', 'Nothing was there before.')
  const before = baselineWinner(previous)
  const compared = winner === before ? candidates[1]?.party : before
  // Two without a party are two persons, and have a reason of their own.
  const isAlone = compared === winner && winner !== 'ind'
  if (compared === undefined || isAlone)
    return none('one-party', 'There is nobody to compare with.')
  const standing = candidates.map(({ party }) => party)
  const reason = whyNoSwing({ pair: [winner, compared], standing, previous })
  if (reason) return { swing: null, noSwing: reason }
  const now = (party: string) =>
    candidates.find((candidate) => candidate.party === party)?.votes ?? 0
  const leadNow = fraction(now(winner) - now(compared), valid)
  const then = (party: string) => votesThen(previous, party)
  const leadThen = fraction(then(winner) - then(compared), previous.valid)
  const points = times(minus(leadNow, leadThen), 100, 2)
  const isBack = points.top < 0n
  const size = isBack ? { ...points, top: -points.top } : points
  const [from, to] = isBack ? [winner, compared] : [compared, winner]
  const newParty = [winner, compared].some((party) => then(party) === 0)
  return {
    swing: { from, to, points: fractionToNumber(size), printed: printed(size), newParty },
    noSwing: null,
  }
}

const none = (code: NoSwing['code'], words: string): Answer => ({
  swing: null,
  noSwing: { code, words },
})

/** Independents are persons: whoever stands today without a party counts as new. */
const votesThen = (previous: Baseline, party: string): number =>
  party === 'ind' ? 0 : baselineVotes(previous, party)
