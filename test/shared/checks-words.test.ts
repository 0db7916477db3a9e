import { check } from '@night/shared/checks'
import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import type { ResultEvent, WithdrawnEvent } from '@night/shared/event'
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
import { present } from '../support/present.ts'
import { saidOf } from '../support/said.ts'

let contest: Contest
let right: Declaration
let published: ResultEvent
let withdrawn: WithdrawnEvent

beforeAll(async () => {
  contest = await contestOf(october, tamworth)
  right = await declarationOf(october, tamworth)
  published = present((await recordedLog(october)).find(isResult))
  withdrawn = saidOf(published).withdrawn(3, 2)
})

const reasonsFor = (declaration: Declaration, seat = nothingStands) =>
  check({ declaration, contest, seat, kind: 'by-elections' })

test('[CHK1] in whatever order figures are typed, the same is said of them', () => {
  const told = {
    ...right,
    majority: 1316,
    elected: 'sarah-edwards',
    votes: right.votes.toReversed(),
  }
  expect(reasonsFor(told)).toEqual([])
})

test('[CHK2] the reason says by how many, and either way', () => {
  const words = (valid: number) => reasonsFor({ ...right, valid })[0]?.words
  expect(words(25_587)).toBe(
    'The votes add up to 1 fewer than the declared total: they come to 25,586, the total read out is 25,587.',
  )
  expect(words(25_585)).toBe(
    'The votes add up to 1 more than the declared total: they come to 25,586, the total read out is 25,585.',
  )
})

test('[CHK4] strangers are named as they were typed, and candidates by name', () => {
  const rows = (...candidates: string[]) => candidates.map((candidate) => ({ candidate, votes: 0 }))
  const votes = [...right.votes, ...rows('count-binface', 'nobody')]
  expect(reasonsFor({ ...right, votes })).toEqual([
    { code: 'not-on-the-ballot', words: '“count-binface”, “nobody” did not stand in Tamworth.' },
  ])
  const few = right.votes.filter(
    ({ candidate }) => !['sunny-virk', 'sue-howarth'].includes(candidate),
  )
  expect(reasonsFor({ ...right, votes: few, valid: right.valid - 834 })).toEqual([
    { code: 'left-out', words: 'No figure was given for Sue Howarth, Sunny Virk.' },
  ])
  expect(reasonsFor({ ...right, votes: [...right.votes, ...rows('ashlea-simon')] })).toEqual([
    { code: 'named-twice', words: 'There are two figures for Ashlea Simon.' },
  ])
  expect(reasonsFor({ ...right, votes: [...right.votes, ...rows('nobody', 'nobody')] })[1]).toEqual(
    { code: 'named-twice', words: 'There are two figures for nobody.' },
  )
})

test('[CHK4] who was named twice is taken by the first figure', () => {
  const again = { candidate: 'andy-cooper', votes: 11_719 }
  const codes = (votes: Declaration['votes']) =>
    reasonsFor({ ...right, votes, valid: right.valid + 11_719 }).map(({ code }) => code)
  expect(codes([...right.votes, again])).toEqual(['named-twice'])
  expect(codes([again, ...right.votes])).toContain('tie-without-lot')
})

test('[CHK5] papers are the valid or the votes, whichever are more, and the rejected', () => {
  const words = (declaration: Declaration) =>
    reasonsFor(declaration).find(({ code }) => code === 'more-votes-than-electors')?.words
  const electorate = 25_600
  expect(words({ ...right, electorate })).toBe(
    '25,630 papers were counted, but only 25,600 people may vote here.',
  )
  expect(words({ ...right, electorate, rejected: null })).toBeUndefined()
  expect(words({ ...right, electorate, valid: 20_000 })).toMatch(/^25,630 papers/)
  expect(words({ ...right, electorate, valid: 30_000 })).toMatch(/^30,044 papers/)
})

test('[CHK6] a tie names who are level and on how many; a lot is for those alone', () => {
  const tie = withVotes(right, { 'sarah-edwards': 11_061, 'andy-cooper': 11_061 })
  const words = 'Andy Cooper and Sarah Edwards are level on 11,061. Who won the lot?'
  expect(reasonsFor(tie)).toEqual([{ code: 'tie-without-lot', words }])
  expect(reasonsFor({ ...right, drawnByLot: 'sarah-edwards' })).toEqual([
    {
      code: 'lot-without-tie',
      words: 'A lot was drawn, but the two first are not level.',
    },
  ])
})

test('[CHK6 CHK7] one candidate alone is level with nobody and leads by every vote', () => {
  const [candidate = expect.fail()] = contest.candidates
  const alone = { ...contest, candidates: [candidate], previous: null }
  const votes = [{ candidate: candidate.id, votes: 100 }]
  const asked = (majority: number) =>
    check({
      declaration: { ...right, votes, valid: 100, rejected: 0, majority },
      contest: alone,
      seat: nothingStands,
      kind: 'by-elections',
    }).map(({ code }) => code)
  expect(asked(100)).toEqual([])
  expect(asked(99)).toEqual(['wrong-majority'])
})

test('[CHK7] a majority of the wrong two is told with the right two', () => {
  expect(reasonsFor({ ...right, majority: 0 })).toEqual([
    {
      code: 'wrong-majority',
      words: 'The majority read out is 0, but 11,719 less 10,403 is 1,316.',
    },
  ])
})

test('[CHK10] where nobody knows the lot, all who are level are named', () => {
  const tie = withVotes(right, { 'sarah-edwards': 11_061, 'andy-cooper': 11_061 })
  const elected = { ...tie, elected: 'sunny-virk', drawnByLot: 'sunny-virk' }
  expect(reasonsFor(elected)[1]).toEqual({
    code: 'another-elected',
    words:
      'Sunny Virk was read out as elected, but by the votes it is Sarah Edwards or Andy Cooper. Does each figure stand beside its own name?',
  })
})

test('[CHK11] the reason has all three figures', () => {
  expect(reasonsFor({ ...right, verified: 25_632 })).toEqual([
    {
      code: 'verified-not-counted',
      words:
        '2 papers that were verified are not in the count: 25,632 were verified, 25,586 are valid and 44 rejected.',
    },
  ])
})

test('[CHK8] the reason says which revision, and that it needs a reason', () => {
  const stands = { ...nothingStands, latest: { ...published, revision: 2 } }
  const other = withVotes(right, { 'sarah-edwards': 11_718, 'sunny-virk': 418 })
  const declared = {
    code: 'already-declared',
    words:
      'Tamworth has been declared already with other figures. If these are right, send them as revision 3, with a reason.',
  }
  expect(reasonsFor({ ...other, revision: 1, reason: 'TEST' }, stands)).toEqual([declared])
  expect(reasonsFor({ ...other, revision: 2, reason: 'TEST' }, stands)).toEqual([declared])
  expect(reasonsFor({ ...other, revision: 3 }, stands)).toEqual([
    {
      code: 'correction-without-reason',
      words: 'A correction of Tamworth needs a reason in words.',
    },
  ])
  expect(reasonsFor({ ...other, revision: 3, reason: 'TEST' }, stands)).toEqual([])
})

test('[CHK9] any figure that is another is a change; the votes in another order are none', () => {
  const stands = { ...nothingStands, latest: published }
  const codes = (change: Partial<Declaration>) =>
    reasonsFor({ ...right, ...change }, stands).map(({ code }) => code)
  expect(reasonsFor(right, stands)).toEqual([
    { code: 'nothing-changed', words: 'Tamworth stands with exactly these figures already.' },
  ])
  expect(codes({ votes: right.votes.toReversed() })).toEqual(['nothing-changed'])
  const others = [{ valid: 25_587 }, { rejected: 45 }, { electorate: 71_303 }]
  for (const change of [...others, { votes: right.votes.slice(1) }])
    expect(codes(change)).toContain('already-declared')
})

test('[CHK9] a lot that was told changes nothing only where it says who is elected already', () => {
  const stands = { ...nothingStands, latest: published }
  const codes = (drawnByLot: string) =>
    reasonsFor({ ...right, drawnByLot }, stands).map(({ code }) => code)
  expect(codes('sarah-edwards')).toEqual(['lot-without-tie', 'nothing-changed'])
  expect(codes('andy-cooper')).toEqual(['lot-without-tie', 'already-declared'])
})

test('[LOG9] what was withdrawn comes back with a later revision and a reason, and is told how', () => {
  const gone = { ...nothingStands, withdrawn: { ...withdrawn, reason: 'It was another seat.' } }
  const words = (reason: string) =>
    `The result of Tamworth was withdrawn: ${reason} A new one needs revision 3 and a reason.`
  const waits = [{ code: 'was-withdrawn', words: words('It was another seat.') }]
  expect(reasonsFor(right, { ...nothingStands, withdrawn })[0]?.words).toBe(words('TEST.'))
  expect(reasonsFor({ ...right, revision: 2, reason: 'TEST' }, gone)).toEqual(waits)
  expect(reasonsFor({ ...right, revision: 3 }, gone)).toEqual(waits)
  expect(reasonsFor({ ...right, revision: 3, reason: 'TEST' }, gone)).toEqual([])
})
