import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import { beforeAll, expect, test } from 'vitest'
import { withVotes } from '../support/night.ts'
import { resultOf, tamworthSeat } from '../support/result.ts'

let contest: Contest
let declared: Declaration

beforeAll(async () => {
  ;({ contest, declared } = await tamworthSeat())
})

test('[OUT1] the verdict is measured against the last general election, and the House before is kept beside it', () => {
  const { result } = resultOf(declared, contest)
  expect(contest.holder).toBe('ind')
  expect(result.verdicts).toEqual({
    generalElection: { kind: 'gain', from: 'con' },
    houseBefore: { kind: 'gain', from: 'ind' },
  })
})

test('[OUT1] where nobody is known to have held the seat the House before says nothing', () => {
  const { result, words } = resultOf(declared, { ...contest, holder: null, heldSince: null })
  expect(result.verdicts).toEqual({
    generalElection: { kind: 'gain', from: 'con' },
    houseBefore: { kind: 'win', from: null },
  })
  expect(words.snap).toMatch(/^LAB GAIN Tamworth from CON/)
})

test('[OUT2] a hold came from nobody and overturned nothing', () => {
  const held = withVotes(declared, { 'sarah-edwards': 10_403, 'andy-cooper': 11_719 })
  const { result, words } = resultOf(held, contest)
  expect(result.verdict).toMatchObject({ kind: 'hold', party: 'con', from: null })
  expect(result.overturned).toBeNull()
  expect(words.snap).toMatch(/^CON HOLD Tamworth\. Maj 1,316\./)
})

test('[OUT3] a seat that nothing was known of is won, neither gained nor held, and has no swing', () => {
  const { result, words } = resultOf(declared, { ...contest, previous: null })
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
  const { result } = resultOf(declared, contest)
  expect(result.turnout).toEqual({
    valid: 25586,
    rejected: 44,
    electorate: 71302,
    share: 25586 / 71302,
    shareOfAll: 25630 / 71302,
  })
  expect(result.majority.share).toBeCloseTo(0.05143, 5)
})

test('[OUT5] a tie is decided by the lot: majority 0, no vote added', () => {
  const tie = withVotes(declared, { 'sarah-edwards': 11_061, 'andy-cooper': 11_061 })
  const { result, words } = resultOf({ ...tie, drawnByLot: 'andy-cooper' }, contest)
  expect(result.candidates[0]).toMatchObject({ id: 'andy-cooper', votes: 11_061, elected: true })
  expect(result).toMatchObject({ decidedByLot: true, majority: { votes: 0 } })
  expect(words.line).toContain('majority 0, decided by lot')
})
