import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import { isDepositSaved } from '@night/worker/count'
import { declare } from '@night/worker/declare'
import { swing } from '@night/worker/swing'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import {
  declarationOf,
  definitionOf,
  midBedfordshire,
  october,
  rutherglen,
  tamworth,
  withVotes,
} from '../support/night.ts'

const at = '2023-10-20T01:45:03.120Z'

const contestOf = async (night: string, id: string): Promise<Contest> => {
  const contest = (await definitionOf(night)).contests.find(
    ({ constituency }) => constituency.id === id,
  )
  if (!contest) throw new Error(`${id} is not in ${night}`)
  return contest
}

const resultOf = (declaration: Declaration, contest: Contest) => {
  const decision = declare({
    submission: { kind: 'declaration', declaration, by: 'desk' },
    contest,
    latest: null,
    night: { id: october, mode: 'rehearsal' },
    publishedAt: at,
  })
  if (decision.outcome !== 'publish' || decision.event.kind !== 'declared')
    throw new Error(JSON.stringify(decision))
  return decision.event
}

let tamworthContest: Contest
let tamworthDeclared: Declaration

beforeAll(async () => {
  tamworthContest = await contestOf(october, tamworth)
  tamworthDeclared = await declarationOf(october, tamworth)
})

test.each([
  [october, tamworth, 'lab', 'con', '23.9', 23.887, 1316, 19634],
  [october, midBedfordshire, 'lab', 'con', '20.5', 20.519, 1192, 24664],
  [rutherglen, 'S14000056', 'lab', 'snp', '20.4', 20.358, 9446, 5230],
])(
  '[SWG1] %s %s: %s gain from %s, swing %s',
  async (night, seat, party, from, printed, points, majority, overturned) => {
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

test('[OUT1] the verdict is measured against the last general election, and the House before is kept beside it', () => {
  const { result } = resultOf(tamworthDeclared, tamworthContest)
  expect(tamworthContest.holder).toBe('ind')
  expect(result.verdicts).toEqual({
    generalElection: { kind: 'gain', from: 'con' },
    houseBefore: { kind: 'gain', from: 'ind' },
  })
})

test('[OUT2] a hold came from nobody and overturned nothing', () => {
  const held = withVotes(tamworthDeclared, { 'sarah-edwards': 10_403, 'andy-cooper': 11_719 })
  const { result, words } = resultOf(held, tamworthContest)
  expect(result.verdict).toMatchObject({ kind: 'hold', party: 'con', from: null })
  expect(result.overturned).toBeNull()
  expect(words.snap).toMatch(/^CON HOLD Tamworth\. Maj 1,316\./)
})

test('[SWG2] a hold is measured against today’s runner-up, and lost ground is a swing the other way', () => {
  const held = withVotes(tamworthDeclared, { 'sarah-edwards': 10_403, 'andy-cooper': 11_719 })
  const { result } = resultOf(held, tamworthContest)
  expect(result.swing).toMatchObject({ from: 'con', to: 'lab', printed: '18.7' })
})

test('[OUT3] a seat that nothing was known of is won, neither gained nor held, and has no swing', () => {
  const { result, words } = resultOf(tamworthDeclared, { ...tamworthContest, previous: null })
  expect(result.verdict).toMatchObject({
    kind: 'win',
    party: 'lab',
    from: null,
    against: 'no earlier result',
  })
  expect(result.swing).toBeNull()
  expect(words.story).toMatch(/^Labour won Tamworth with a majority of 1,316\./)
})

test('[OUT4] turnout is valid votes over the electorate, majority a share of the valid votes', () => {
  const { result } = resultOf(tamworthDeclared, tamworthContest)
  expect(result.turnout).toEqual({
    valid: 25586,
    rejected: 44,
    electorate: 71302,
    share: 25586 / 71302,
  })
  expect(result.majority.share).toBeCloseTo(0.05143, 5)
})

test('[OUT5] a tie is decided by the lot: majority 0, no vote added', () => {
  const tie = withVotes(tamworthDeclared, { 'sarah-edwards': 11_061, 'andy-cooper': 11_061 })
  const { result, words } = resultOf({ ...tie, drawnByLot: 'andy-cooper' }, tamworthContest)
  expect(result.candidates[0]).toMatchObject({ id: 'andy-cooper', votes: 11_061, elected: true })
  expect(result).toMatchObject({ decidedByLot: true, majority: { votes: 0 } })
  expect(words.line).toContain('majority 0, decided by lot')
})

test.each([
  [2337, 46_732, true],
  [2269, 45_445, false],
  [5, 100, false],
])('[OUT6] %i of %i: deposit saved is %s, in whole numbers', (votes, valid, saved) => {
  expect(isDepositSaved(votes, valid)).toBe(saved)
})

test('[OUT6] in Tamworth Reform saved its deposit and six others lost theirs', () => {
  const { result } = resultOf(tamworthDeclared, tamworthContest)
  const lost = result.candidates.filter(({ deposit }) => deposit === 'lost')
  expect(lost).toHaveLength(6)
  expect(result.candidates.find(({ party }) => party === 'ruk')?.deposit).toBe('saved')
})

test('[OUT7] a change is against the same party last time, and there is none for a newcomer or an independent', () => {
  const { result } = resultOf(tamworthDeclared, tamworthContest)
  const change = (party: string) => result.candidates.find((one) => one.party === party)?.change
  expect(change('lab')).toBeCloseTo(0.2212, 4)
  expect(change('con')).toBeCloseTo(-0.2566, 4)
  expect([change('ruk'), change('ind')]).toEqual([null, null])
})

test('[SWG3] the pair on a three-way gain is the winner and last time’s winner, not today’s second', async () => {
  const contest = await contestOf(october, midBedfordshire)
  const declared = await declarationOf(october, midBedfordshire)
  const threeWay = withVotes(declared, {
    'festus-akinbusoye': 9420,
    'emma-holland-lindsay': 12_680,
  })
  expect(resultOf(threeWay, contest).result.swing).toMatchObject({ from: 'con', to: 'lab' })
})

test('[SWG4] there is no swing where last time’s winner did not stand, or one of the two has no party', () => {
  const without = {
    ...tamworthContest,
    candidates: tamworthContest.candidates.filter(({ party }) => party !== 'con'),
  }
  const votes = tamworthDeclared.votes.filter(({ candidate }) => candidate !== 'andy-cooper')
  const declaration = { ...tamworthDeclared, votes, valid: tamworthDeclared.valid - 10_403 }
  expect(resultOf(declaration, without).result.swing).toBeNull()
  const independent = withVotes(tamworthDeclared, {
    'peter-george-longman': 11_719,
    'sarah-edwards': 86,
  })
  expect(resultOf(independent, tamworthContest).result.swing).toBeNull()
})

test('[SWG5] a swing turned round is the same swing the other way', () => {
  const votes = fc.integer({ min: 1, max: 60_000 })
  fc.assert(
    fc.property(votes, votes, votes, votes, (now1, now2, then1, then2) => {
      fc.pre(now1 !== now2 && then1 !== then2)
      const there = swingOf({ a: now1, b: now2 }, { a: then1, b: then2 })
      const back = swingOf({ a: then1, b: then2 }, { a: now1, b: now2 })
      expect(back?.points).toBeCloseTo(there?.points ?? Number.NaN, 9)
      if (there && there.points > 0) expect([back?.from, back?.to]).toEqual([there.to, there.from])
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
  return swing({ candidates, valid, previous })
}

test('[WRD2] a result is one line, one snap and one story, each complete by itself', () => {
  const { words } = resultOf(tamworthDeclared, tamworthContest)
  expect(words).toEqual({
    time: '2.45am',
    line: '2.45am Tamworth: LAB GAIN from CON, majority 1,316, overturning 19,634, swing 23.9',
    snap: 'LAB GAIN Tamworth from CON. Maj 1,316. Swing 23.9 pts Con to Lab. Turnout 35.9%.',
    story:
      'Labour gained Tamworth from the Conservatives with a majority of 1,316, overturning one of 19,634 at the 2019 general election, on a swing of 23.9 percentage points from Con to Lab. Turnout was 35.9%.',
  })
})

test('[WRD3] every swing names its direction', () => {
  const { words } = resultOf(tamworthDeclared, tamworthContest)
  expect(words.snap).toMatch(/Swing [\d.]+ pts \S.* to \S/)
  expect(words.story).toMatch(/percentage points from \S.* to \S/)
})

test('[CNT1] candidates stand by votes, those who are level in ballot order', () => {
  const { result } = resultOf(tamworthDeclared, tamworthContest)
  expect(result.candidates.map(({ votes }) => votes)).toEqual(
    result.candidates.map(({ votes }) => votes).toSorted((a, b) => b - a),
  )
  const level = result.candidates.filter(({ votes }) => votes === 417).map(({ name }) => name)
  expect(level).toEqual(['Sue Howarth', 'Sunny Virk'])
})
