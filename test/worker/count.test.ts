import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import { isDepositSaved } from '@night/worker/count'
import { beforeAll, expect, test } from 'vitest'
import { resultOf, tamworthSeat } from '../support/result.ts'

let contest: Contest
let declared: Declaration

beforeAll(async () => {
  ;({ contest, declared } = await tamworthSeat())
})

test('[CNT1] candidates stand by votes, those who are level in ballot order', () => {
  const { result } = resultOf(declared, contest)
  expect(result.candidates.map(({ votes }) => votes)).toEqual(
    result.candidates.map(({ votes }) => votes).toSorted((a, b) => b - a),
  )
  const level = result.candidates.filter(({ votes }) => votes === 417).map(({ name }) => name)
  expect(level).toEqual(['Sue Howarth', 'Sunny Virk'])
})

test.each([
  [2337, 46_732, true],
  [2269, 45_445, false],
  [5, 100, false],
])('[OUT6] %i of %i: deposit saved is %s, in whole numbers', (votes, valid, saved) => {
  expect(isDepositSaved(votes, valid)).toBe(saved)
})

test('[OUT6] in Tamworth Reform saved its deposit and six others lost theirs', () => {
  const { result } = resultOf(declared, contest)
  const lost = result.candidates.filter(({ deposit }) => deposit === 'lost')
  expect(lost).toHaveLength(6)
  expect(result.candidates.find(({ party }) => party === 'ruk')?.deposit).toBe('saved')
})

test('[OUT7] a change is against the same party last time, and there is none for a newcomer or an independent', () => {
  const { result } = resultOf(declared, contest)
  const change = (party: string) => result.candidates.find((one) => one.party === party)?.change
  expect(change('lab')).toBeCloseTo(0.2212, 4)
  expect(change('con')).toBeCloseTo(-0.2566, 4)
  expect([change('ruk'), change('ind')]).toEqual([null, null])
})
