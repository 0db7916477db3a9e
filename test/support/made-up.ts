import { check } from '@night/shared/checks'
import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import type { NightDefinition } from '@night/shared/night'
import { nothingStands } from '@night/shared/reason'

type Votes = Readonly<Record<string, number>>

const sum = (votes: Votes): number => Object.values(votes).reduce((all, one) => all + one, 0)

/** A seat of which only parties are known, with one candidate each whose id is the party's: last time and now. */
export const madeUpSeat = (before: Votes, now: Votes) => {
  const valid = sum(before)
  const [first = 0, second = 0] = Object.values(before).toSorted((a, b) => b - a)
  const contest: Contest = {
    constituency: { id: 'E14000001', name: 'Made Up', region: 'London', country: 'England' },
    electorate: valid * 2,
    candidates: Object.keys(now).map((party) => ({
      id: party,
      name: `Candidate of ${party}`,
      party,
      description: party,
    })),
    previous: {
      election: 'TEST',
      notional: false,
      votes: Object.entries(before).map(([party, votes]) => ({ party, votes })),
      valid,
      majority: first - second,
    },
    holder: null,
    heldSince: null,
  }
  const declaration: Declaration = {
    constituency: contest.constituency.id,
    revision: 1,
    declaredAt: '2024-07-05T01:00:00.000Z',
    votes: Object.entries(now).map(([candidate, votes]) => ({ candidate, votes })),
    valid: sum(now),
    rejected: 0,
    electorate: contest.electorate,
    verified: null,
    majority: null,
    elected: null,
    drawnByLot: null,
    reason: null,
  }
  return { contest, declaration }
}

/** What speaks against these figures in a seat where nothing stands. */
export const reasonsAgainst = (
  { contest, declaration }: ReturnType<typeof madeUpSeat>,
  kind: NightDefinition['kind'],
) => check({ declaration, contest, kind, seat: nothingStands })
