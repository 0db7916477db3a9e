import type { Board } from '@night/shared/board'
import { isKnownParty, knownParties, partyOf } from '@night/shared/party'

export type Choosable = { readonly id: string; readonly name: string }

/**
 * Parties by or from which a night can have gains, with most votes the last time first. A newcomer had none: so every
 * party that is known is there, and whoever holds a seat, and what was chosen elsewhere.
 */
export const partiesOf = (
  { seatsById }: Board,
  chosen: readonly string[],
): readonly Choosable[] => {
  const votesByParty = new Map<string, number>()
  const holders = new Set<string | null>()
  for (const { contest } of Object.values(seatsById)) {
    holders.add(contest.holder)
    for (const { party, votes } of contest.previous?.votes ?? []) {
      votesByParty.set(party, (votesByParty.get(party) ?? 0) + votes)
    }
  }
  const before = [...votesByParty].toSorted(([, a], [, b]) => b - a).map(([id]) => id)
  const known = before.filter((id) => isKnownParty(id) || holders.has(id))
  const ids = new Set([...known, ...knownParties().map(({ id }) => id), ...chosen])
  return [...ids].map((id) => ({ id, name: partyOf(id).short }))
}

export const regionsOf = ({ seatsById }: Board): readonly Choosable[] =>
  [...new Set(Object.values(seatsById).map(({ contest }) => contest.constituency.region))]
    .toSorted()
    .map((region) => ({ id: region, name: region }))
