import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import { beforeAll, expect, test } from 'vitest'
import { present } from '../support/present.ts'
import { resultOf, tamworthSeat } from '../support/result.ts'

let contest: Contest
let declared: Declaration

beforeAll(async () => {
  ;({ contest, declared } = await tamworthSeat())
})

test('[SWG4] a seat that was uncontested last time has no swing, and no majority that could be overturned', () => {
  const previous = { ...present(contest.previous), votes: [{ party: 'con', votes: 46_056 }] }
  const { result, words } = resultOf(declared, { ...contest, previous })
  expect(result).toMatchObject({
    swing: null,
    noSwing: { code: 'one-party', words: 'Nobody stood against the winner last time.' },
    overturned: null,
  })
  expect(words.line).toBe('2.45am Tamworth: LAB GAIN from CON, majority 1,316')
  expect(words.story).toContain('No swing is given: nobody stood against the winner last time.')
})

test('[SWG4] where an independent won last time that is the reason, also when two are first and second now', () => {
  const candidates = contest.candidates.map((one) =>
    ['lab', 'con'].includes(one.party) ? { ...one, party: 'ind' } : one,
  )
  const votes = [
    { party: 'ind', votes: 30_542 },
    { party: 'green', votes: 15_514 },
  ]
  const previous = { ...present(contest.previous), votes }
  const { result, words } = resultOf(declared, { ...contest, candidates, previous })
  expect(result.noSwing?.code).toBe('independent')
  expect(words.story).toContain('No swing is given: the last winner was a person without a party.')
})

test('[SWG6] there is no swing where two parties of some size stood aside', () => {
  const previous = {
    ...present(contest.previous),
    votes: [
      { party: 'con', votes: 24_000 },
      { party: 'lab', votes: 12_000 },
      { party: 'snp', votes: 5000 },
      { party: 'pc', votes: 5056 },
    ],
  }
  expect(resultOf(declared, { ...contest, previous }).result.noSwing).toEqual({
    code: 'stood-aside',
    words: 'SNP and Plaid did not stand this time.',
  })
})

test('[SWG6] three that stood aside are told as three', () => {
  const previous = {
    ...present(contest.previous),
    votes: [
      { party: 'con', votes: 24_000 },
      { party: 'lab', votes: 6_528 },
      { party: 'snp', votes: 5_200 },
      { party: 'pc', votes: 5_184 },
      { party: 'sf', votes: 5_144 },
    ],
  }
  expect(resultOf(declared, { ...contest, previous }).result.noSwing?.words).toBe(
    'SNP, Plaid and SF did not stand this time.',
  )
})
