import { check } from '@night/shared/checks'
import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import type { ResultEvent } from '@night/shared/event'
import { withOneDigit } from '@night/shared/mistyped'
import { nothingStands } from '@night/shared/reason'
import { beforeAll, expect, test } from 'vitest'
import {
  contestOf,
  declarationOf,
  isResult,
  october,
  recordedLog,
  tamworth,
  withVotes,
} from '../support/night.ts'

let contest: Contest
let right: Declaration
let published: ResultEvent

beforeAll(async () => {
  contest = await contestOf(october, tamworth)
  right = await declarationOf(october, tamworth)
  published = (await recordedLog(october)).find(isResult) ?? expect.fail('no result is recorded')
})

const reasonsFor = (declaration: Declaration, latest: ResultEvent | null = null) =>
  check({ declaration, contest, seat: { ...nothingStands, latest }, kind: 'by-elections' })
const codesFor = (declaration: Declaration, latest: ResultEvent | null = null) =>
  reasonsFor(declaration, latest).map(({ code }) => code)

test('[CHK1] Tamworth as it was read out passes every check', () => {
  expect(reasonsFor(right)).toEqual([])
  expect(reasonsFor({ ...right, majority: 1316 })).toEqual([])
})

test('[CHK2] votes that do not add up are held, with how many are missing', () => {
  const [reason] = reasonsFor(withVotes(right, { 'sarah-edwards': 10719, 'andy-cooper': 9403 }))
  expect(reason?.code).toBe('does-not-add-up')
  expect(reason?.words).toBe(
    'The votes add up to 2,000 fewer than the declared total: they come to 23,586, the total read out is 25,586.',
  )
  const [more] = reasonsFor({ ...right, valid: 25_500 })
  expect(more?.words).toContain('add up to 86 more than the declared total')
})

test('[CHK3] where one mistyped digit explains it, that is suggested, the largest figures first', () => {
  const wrong = withVotes(right, { 'sarah-edwards': 15_719 })
  expect(reasonsFor(wrong)[0]?.suggestion).toBe(
    'One wrong digit would explain it: 11,719 for Sarah Edwards instead of 15,719, or 29,586 for the total instead of 25,586.',
  )
  const many = withVotes(right, { 'sarah-edwards': 11_779 })
  expect(reasonsFor(many)[0]?.suggestion).toMatch(/: 11,719 for Sarah Edwards .*, or one other\.$/)
  expect(reasonsFor(withVotes(right, { 'sarah-edwards': 1 }))[0]?.suggestion).toBeUndefined()
})

test('[CHK3] a majority that was read out tells which digit it was', () => {
  const wrong = { ...withVotes(right, { 'sarah-edwards': 11_779 }), majority: 1316 }
  expect(reasonsFor(wrong)[0]?.suggestion).toBe(
    'One wrong digit would explain it: 11,719 for Sarah Edwards instead of 11,779.',
  )
})

test.each([
  [14_987, -900, 14_087],
  [11_119, 600, 11_719],
  [999, 1, null],
  [580, 2000, null],
  [10_719, 1000, 11_719],
  [10_719, 1100, null],
])('[CHK3] %i with one digit changed by %i is %s', (figure, difference, wanted) => {
  expect(withOneDigit(figure, difference)).toBe(wanted)
})

test('[CHK4] a name that is not on the ballot, one that is left out and one named twice are held', () => {
  const [first] = right.votes
  if (!first) throw new Error('no votes')
  expect(
    codesFor({ ...right, votes: [...right.votes, { candidate: 'count-binface', votes: 0 }] }),
  ).toEqual(['not-on-the-ballot'])
  const others = right.votes.filter(({ candidate }) => candidate !== 'ashlea-simon')
  const [reason, ...more] = reasonsFor({ ...right, votes: others, valid: right.valid - 580 })
  expect(reason).toEqual({ code: 'left-out', words: 'No figure was given for Ashlea Simon.' })
  expect(more).toEqual([])
  expect(
    codesFor({ ...right, votes: [...right.votes, first], valid: right.valid + first.votes }),
  ).toEqual(['named-twice'])
})

test('[CHK5] more papers than electors are held', () => {
  expect(codesFor({ ...right, electorate: 25_629 })).toContain('more-votes-than-electors')
  expect(codesFor({ ...right, electorate: 25_630 })).not.toContain('more-votes-than-electors')
})

test('[CHK6] a tie is held until the lot is told, and a lot without a tie is held', () => {
  const tie = withVotes(right, { 'sarah-edwards': 11_061, 'andy-cooper': 11_061 })
  expect(codesFor(tie)).toEqual(['tie-without-lot'])
  expect(codesFor({ ...tie, drawnByLot: 'andy-cooper' })).toEqual([])
  expect(codesFor({ ...tie, drawnByLot: 'sunny-virk' })).toEqual(['tie-without-lot'])
  expect(codesFor({ ...right, drawnByLot: 'sarah-edwards' })).toEqual(['lot-without-tie'])
})

test('[CHK7] a majority that is not first less second is held', () => {
  const [reason] = reasonsFor({ ...right, majority: 1361 })
  expect(reason?.words).toBe('The majority read out is 1,361, but 11,719 less 10,403 is 1,316.')
})

test('[CHK8] a seat that stands is changed by a later revision with a reason, and by nothing else', () => {
  const other = withVotes(right, { 'sarah-edwards': 11_718, 'sunny-virk': 418 })
  expect(codesFor(other, published)).toEqual(['already-declared'])
  expect(codesFor({ ...other, revision: 2 }, published)).toEqual(['correction-without-reason'])
  expect(
    codesFor({ ...other, revision: 2, reason: 'one bundle was miscounted' }, published),
  ).toEqual([])
})

test('[CHK9] the same figures again, under whatever revision, change nothing', () => {
  expect(codesFor(right, published)).toEqual(['nothing-changed'])
  expect(codesFor({ ...right, revision: 7, reason: 'sent again' }, published)).toEqual([
    'nothing-changed',
  ])
})

const asRead = { elected: 'sarah-edwards' }

test('[CHK10] a name read out that the votes do not elect is held, with the name that they do', () => {
  expect(codesFor({ ...right, ...asRead })).toEqual([])
  expect(reasonsFor({ ...right, elected: 'andy-cooper' })).toEqual([
    {
      code: 'another-elected',
      words:
        'Andy Cooper was read out as elected, but by the votes it is Sarah Edwards. Does each figure stand beside its own name?',
    },
  ])
  expect(codesFor({ ...right, elected: 'Sarah Edwards' })).toEqual(['another-elected'])
})

test('[CHK10] where the first are level it is the lot that elects', () => {
  const tie = withVotes(right, { 'sarah-edwards': 11_061, 'andy-cooper': 11_061 })
  expect(codesFor({ ...tie, ...asRead })).toEqual(['tie-without-lot'])
  expect(codesFor({ ...tie, ...asRead, drawnByLot: 'sarah-edwards' })).toEqual([])
  const [reason] = reasonsFor({ ...tie, ...asRead, drawnByLot: 'andy-cooper' })
  expect(reason?.words).toContain('but by the lot it is Andy Cooper')
})

test.each([
  [25_629, '1 paper in the count was never verified'],
  [25_631, '1 paper that was verified is not in the count'],
  [32_188, '6,558 papers that were verified are not in the count'],
  [25_600, '30 papers in the count were never verified'],
])('[CHK11] %i papers verified and 25,630 counted: %s', (verified, words) => {
  const [reason] = reasonsFor({ ...right, verified })
  expect(reason?.code).toBe('verified-not-counted')
  expect(reason?.words).toContain(`${words}: `)
})

test('[CHK11] what was not told is not compared', () => {
  expect(codesFor({ ...right, verified: 25_630 })).toEqual([])
  expect(codesFor({ ...right, verified: 32_188, rejected: null })).toEqual([])
})
