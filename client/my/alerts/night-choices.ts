import type { Board } from '@night/shared/board'
import { partyOf } from '@night/shared/party'

export type Choosable = { readonly id: string; readonly name: string }

/** Parties that a phone's list has room for. */
const most = 12

/** Parties by or from which a night can have gains: those with most votes the last time. */
export const partiesOf = ({ seatsById }: Board): readonly Choosable[] => {
  const votesByParty = new Map<string, number>()
  for (const { contest } of Object.values(seatsById)) {
    for (const { party, votes } of contest.previous?.votes ?? []) {
      votesByParty.set(party, (votesByParty.get(party) ?? 0) + votes)
    }
  }
  return [...votesByParty]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([id]) => ({ id, name: partyOf(id).short }))
}

export const regionsOf = ({ seatsById }: Board): readonly Choosable[] =>
  [...new Set(Object.values(seatsById).map(({ contest }) => contest.constituency.region))]
    .toSorted()
    .map((region) => ({ id: region, name: region }))
