import { baselineVotes } from '@night/shared/baseline'
import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import type { CandidateResult } from '@night/shared/result'

/** More than one twentieth of the valid votes saves a deposit, in whole numbers. [OUT6] */
export const isDepositSaved = (votes: number, valid: number): boolean => votes * 20 > valid

/** Candidates by votes, then in ballot order; the one elected first where a lot decided. [CNT1 OUT5] */
export const count = (declaration: Declaration, contest: Contest): CandidateResult[] => {
  const votesById = new Map(declaration.votes.map(({ candidate, votes }) => [candidate, votes]))
  const standing = contest.candidates
    .map((candidate) => ({ ...candidate, votes: votesById.get(candidate.id) ?? 0 }))
    .toSorted(
      (a, b) => b.votes - a.votes || favoured(declaration, b.id) - favoured(declaration, a.id),
    )
  return standing.map(({ id, name, party, votes }, place) => ({
    id,
    name,
    party,
    votes,
    share: votes / declaration.valid,
    change: changeOf(contest, party, votes / declaration.valid),
    elected: place === 0,
    deposit: isDepositSaved(votes, declaration.valid) ? 'saved' : 'lost',
  }))
}

const favoured = (declaration: Declaration, candidate: string): number =>
  declaration.drawnByLot === candidate ? 1 : 0

/** Ratio now less ratio last time; null for a party that did not stand, and for independents, who are persons. [OUT7] */
const changeOf = ({ previous }: Contest, party: string, share: number): number | null => {
  if (!previous || party === 'ind') return null
  const before = baselineVotes(previous, party)
  return before === 0 ? null : share - before / previous.valid
}
