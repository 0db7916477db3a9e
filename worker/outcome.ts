import { baselineWinner, wasContested } from '@night/shared/baseline'
import type { Baseline, Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import type { CandidateResult, Result } from '@night/shared/result'
import { swing } from './swing.ts'

type Against = Result['verdicts']['houseBefore']

const verdictAgainst = (winner: string, before: string | null): Against => {
  if (before === null) return { kind: 'win', from: null }
  return winner === before ? { kind: 'hold', from: null } : { kind: 'gain', from: before }
}

/** What a gain overturned. Nobody overturns the Speaker's majority, the Speaker nobody's, and nobody one that was no majority. */
const overturned = (previous: Baseline | null, winner: string): Result['overturned'] => {
  if (previous === null || !wasContested(previous)) return null
  const before = baselineWinner(previous)
  return before === winner || [before, winner].includes('spk')
    ? null
    : { votes: previous.majority, share: previous.majority / previous.valid }
}

const baselineName = ({ previous }: Contest): string => {
  if (!previous) return 'no earlier result'
  return previous.notional ? `${previous.election} (notional)` : previous.election
}

/**
 * What is said of a declaration that passed the checks. The verdict is measured against the last general election;
 * the one against the House before the poll is kept beside it. [OUT1–OUT5 SWG1–SWG4]
 */
export const outcome = (
  declaration: Declaration,
  contest: Contest,
  candidates: readonly [CandidateResult, ...CandidateResult[]],
): Result => {
  const [first, second] = candidates
  const { previous } = contest
  const generalElection = verdictAgainst(first.party, previous ? baselineWinner(previous) : null)
  const majority = first.votes - (second?.votes ?? 0)
  const { valid, rejected, electorate } = declaration
  return {
    verdict: {
      ...generalElection,
      party: first.party,
      against: baselineName(contest),
      notional: previous?.notional ?? false,
    },
    verdicts: { generalElection, houseBefore: verdictAgainst(first.party, contest.holder) },
    majority: { votes: majority, share: majority / valid },
    overturned: overturned(previous, first.party),
    ...swing({ candidates, valid, previous }),
    turnout: {
      valid,
      rejected,
      electorate,
      share: valid / electorate,
      shareOfAll: rejected === null ? null : (valid + rejected) / electorate,
    },
    decidedByLot: declaration.drawnByLot !== null,
    candidates: [...candidates],
  }
}
