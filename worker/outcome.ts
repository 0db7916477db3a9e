import { baselineWinner, baselineWords, overturnedBy } from '@night/shared/baseline'
import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import type { CandidateResult, Result } from '@night/shared/result'
import { swing } from './swing.ts'

type Against = Result['verdicts']['houseBefore']

/** Against whoever was there before; null where nobody was. */
export const verdictAgainst = (winner: string, before: string | null): Against => {
  if (before === null) return { kind: 'win', from: null }
  return winner === before ? { kind: 'hold', from: null } : { kind: 'gain', from: before }
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
  const generalElection = verdictAgainst(first.party, previous && baselineWinner(previous))
  const majority = first.votes - (second?.votes ?? 0)
  const { valid, rejected, electorate } = declaration
  return {
    verdict: {
      ...generalElection,
      party: first.party,
      against: baselineWords(previous),
      notional: previous?.notional ?? false,
    },
    verdicts: { generalElection, houseBefore: verdictAgainst(first.party, contest.holder) },
    majority: { votes: majority, share: majority / valid },
    overturned: previous && overturnedBy(first.party, previous),
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
