import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import { swing } from '@night/worker/swing'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import {
  contestOf,
  declarationOf,
  midBedfordshire,
  october,
  rutherglen,
  tamworth,
  withVotes,
} from '../support/night.ts'
import { present } from '../support/present.ts'
import { resultOf, tamworthSeat } from '../support/result.ts'

let contest: Contest
let declared: Declaration

beforeAll(async () => {
  ;({ contest, declared } = await tamworthSeat())
})

test.each([
  [
    'Tamworth: Lab gain from Con, swing 23.9',
    {
      night: october,
      seat: tamworth,
      party: 'lab',
      from: 'con',
      printed: '23.9',
      points: 23.887,
      majority: 1316,
      overturned: 19634,
    },
  ],
  [
    'Mid Bedfordshire: Lab gain from Con, swing 20.5',
    {
      night: october,
      seat: midBedfordshire,
      party: 'lab',
      from: 'con',
      printed: '20.5',
      points: 20.519,
      majority: 1192,
      overturned: 24664,
    },
  ],
  [
    'Rutherglen and Hamilton West: Lab gain from SNP, swing 20.4',
    {
      night: rutherglen,
      seat: 'S14000056',
      party: 'lab',
      from: 'snp',
      printed: '20.4',
      points: 20.358,
      majority: 9446,
      overturned: 5230,
    },
  ],
])(
  '[SWG1] %s',
  async (_what, { night, seat, party, from, printed, points, majority, overturned }) => {
    const { result } = resultOf(await declarationOf(night, seat), await contestOf(night, seat))
    expect(result.verdict).toMatchObject({
      kind: 'gain',
      party,
      from,
      against: '2019 general election',
    })
    expect(result.swing).toMatchObject({ from, to: party, printed })
    expect(result.swing?.points).toBeCloseTo(points, 3)
    expect(result.majority.votes).toBe(majority)
    expect(result.overturned?.votes).toBe(overturned)
  },
)

test('[SWG2] a hold is measured against today’s runner-up, and lost ground is a swing the other way', () => {
  const held = withVotes(declared, { 'sarah-edwards': 10_403, 'andy-cooper': 11_719 })
  const { result } = resultOf(held, contest)
  expect(result.swing).toMatchObject({ from: 'con', to: 'lab', printed: '18.7' })
})

test('[SWG3] the pair on a three-way gain is the winner and last time’s winner, not today’s second', async () => {
  const threeWay = withVotes(await declarationOf(october, midBedfordshire), {
    'festus-akinbusoye': 9420,
    'emma-holland-lindsay': 12_680,
  })
  const { result } = resultOf(threeWay, await contestOf(october, midBedfordshire))
  expect(result.swing).toMatchObject({ from: 'con', to: 'lab' })
})

test('[SWG4] there is no swing, and it is said why, where last time’s winner did not stand or has no party', () => {
  const without = {
    ...contest,
    candidates: contest.candidates.filter(({ party }) => party !== 'con'),
  }
  const votes = declared.votes.filter(({ candidate }) => candidate !== 'andy-cooper')
  const unopposed = { ...declared, votes, valid: declared.valid - 10_403 }
  expect(resultOf(unopposed, without).result).toMatchObject({
    swing: null,
    noSwing: { code: 'did-not-stand', words: 'Con did not stand this time.' },
  })
  const wonBy = (party: string) => ({
    ...contest,
    previous: {
      ...present(contest.previous),
      votes: [
        { party, votes: 30_542 },
        { party: 'lab', votes: 10_908 },
      ],
    },
  })
  expect(resultOf(declared, wonBy('ind')).result.noSwing?.code).toBe('independent')
  expect(resultOf(declared, wonBy('spk')).result.noSwing?.code).toBe('speaker')
  expect(resultOf(declared, { ...contest, previous: null }).result.noSwing?.code).toBe(
    'no-baseline',
  )
})

test('[SWG6] who has no party, or a new one, counts as nothing before, and is marked', () => {
  const independent = withVotes(declared, {
    'peter-george-longman': 11_719,
    'sarah-edwards': 86,
  })
  expect(resultOf(independent, contest).result.swing).toMatchObject({
    from: 'con',
    to: 'ind',
    newParty: true,
  })
  const reform = withVotes(declared, { 'ian-stuart-cooper': 11_719, 'sarah-edwards': 1373 })
  expect(resultOf(reform, contest).result.swing).toMatchObject({
    from: 'con',
    to: 'ruk',
    newParty: true,
  })
  expect(resultOf(declared, contest).result.swing?.newParty).toBe(false)
})

test('[SWG5] a swing turned round is the same swing the other way', () => {
  const votes = fc.integer({ min: 1, max: 60_000 })
  const poll = fc.record({ a: votes, b: votes }).filter(({ a, b }) => a !== b)
  fc.assert(
    fc.property(poll, poll, (now, then) => {
      const there = swingOf(now, then)
      const back = swingOf(then, now)
      expect(back?.points).toBeCloseTo(there?.points ?? Number.NaN, 9)
      const turned = there?.points === 0 ? [there.from, there.to] : [there?.to, there?.from]
      expect([back?.from, back?.to]).toEqual(turned)
    }),
  )
})

type Two = { readonly a: number; readonly b: number }
const swingOf = (now: Two, then: Two) => {
  const valid = now.a + now.b
  const row = { name: '', share: 0, change: null, elected: false, deposit: 'saved' } as const
  const candidates = [
    { ...row, id: 'a', party: 'a', votes: now.a },
    { ...row, id: 'b', party: 'b', votes: now.b },
  ].toSorted((one, other) => other.votes - one.votes)
  const votesThen = [
    { party: 'a', votes: then.a },
    { party: 'b', votes: then.b },
  ]
  const previous = {
    election: '',
    notional: false,
    votes: votesThen,
    valid: then.a + then.b,
    majority: 0,
  }
  return swing({ candidates, valid, previous }).swing
}
