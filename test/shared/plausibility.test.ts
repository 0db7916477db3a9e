import { check } from '@night/shared/checks'
import { isReasonCode, mayBeReleased, nothingStands, type ReasonCode } from '@night/shared/reason'
import type { Contest } from '@night/shared/contest'
import type { Declaration } from '@night/shared/declaration'
import type { NightDefinition } from '@night/shared/night'
import { beforeAll, expect, test } from 'vitest'
import { contestOf, declarationOf, october, tamworth, withVotes } from '../support/night.ts'

const july = '2024-07-04-general-election'
const kemptown = 'E14001129'

type Kind = NightDefinition['kind']
const reasonsFor = (declaration: Declaration, contest: Contest, kind: Kind) =>
  check({ declaration, contest, kind, seat: nothingStands })
const codesFor = (declaration: Declaration, contest: Contest, kind: Kind) =>
  reasonsFor(declaration, contest, kind).map(({ code }) => code)

let tamworthContest: Contest
let brighton: Contest
beforeAll(async () => {
  tamworthContest = await contestOf(october, tamworth)
  brighton = await contestOf(july, kemptown)
})

/** Other figures, and a total that was typed to match them. */
const typed = (declaration: Declaration, votes: Readonly<Record<string, number>>): Declaration => {
  const changed = withVotes(declaration, votes)
  return { ...changed, valid: changed.votes.reduce((sum, row) => sum + row.votes, 0) }
}

test('[CHK12] a turnout far from last time’s waits, whichever way it went', async () => {
  const right = await declarationOf(october, tamworth)
  const few = typed(right, { 'sarah-edwards': 5719, 'andy-cooper': 4403, 'ian-stuart-cooper': 373 })
  expect(reasonsFor(few, tamworthContest, 'by-elections')).toEqual([
    {
      code: 'turnout-unlike-before',
      words:
        'Turnout would be 17.7 per cent: 12,586 of 71,302. The 46,056 votes of last time are 64.6 per cent. Are all papers in the count?',
    },
  ])
  const many = typed(right, { 'sarah-edwards': 23_719, 'andy-cooper': 26_403 })
  expect(reasonsFor(many, tamworthContest, 'by-elections')[0]?.words).toMatch(/counted twice\?$/)
  const tenfold = { ...right, electorate: 713_020 }
  expect(codesFor(tenfold, tamworthContest, 'by-elections')).toEqual(['turnout-unlike-before'])
})

test('[CHK13] a share that moved further than any has waits; so does half the vote for a new party', async () => {
  const right = await declarationOf(october, tamworth)
  const fallen = typed(right, { 'andy-cooper': 5403, 'ashlea-simon': 5580 })
  expect(reasonsFor(fallen, tamworthContest, 'by-elections')).toEqual([
    {
      code: 'share-unlike-before',
      words:
        'The Conservatives had 66.3 per cent last time and would have 21.1 per cent now: 5,403 votes for Andy Cooper. Is that right?',
    },
  ])
  const fresh = typed(right, { 'sarah-edwards': 1719, 'andy-cooper': 9403, 'ashlea-simon': 15_373 })
  expect(reasonsFor(fresh, tamworthContest, 'by-elections')).toEqual([
    {
      code: 'share-unlike-before',
      words:
        'Britain First did not stand last time and would have 52.3 per cent now: 15,373 votes for Ashlea Simon. Is that right?',
    },
  ])
})

test('[CHK14] a party that had a tenth of the votes and has next to none waits', async () => {
  const right = await declarationOf(july, kemptown)
  const none = withVotes(right, { 'khobi-vallis': 0, 'chris-ward': 26_123 })
  expect(reasonsFor(none, brighton, 'general-election')).toEqual([
    {
      code: 'big-party-at-nothing',
      words:
        'The Conservatives had 34.4 per cent last time and would have 0.0 per cent now: 0 votes for Khobi Vallis. Is the figure right?',
    },
  ])
  const some = withVotes(right, { 'khobi-vallis': 203, 'chris-ward': 25_920 })
  expect(codesFor(some, brighton, 'general-election')).toEqual(['big-party-at-nothing'])
  const more = withVotes(right, { 'khobi-vallis': 204, 'chris-ward': 25_919 })
  expect(codesFor(more, brighton, 'general-election')).toEqual([])
})

test('[CHK15] a figure of one or two digits for a known party waits, and at a general election one digit for anybody', async () => {
  const right = await declarationOf(july, kemptown)
  expect(codesFor(right, brighton, 'general-election')).toEqual([])
  const asShown = withVotes(right, { 'emma-wall': 1, 'elaine-hills': 7, 'chris-ward': 27_715 })
  expect(reasonsFor(asShown, brighton, 'general-election')).toEqual([
    {
      code: 'half-typed',
      words:
        'Elaine Hills would have 7 votes; the Greens had 5.7 per cent last time. Emma Wall would have 1 vote. Were the figures typed to the end?',
    },
  ])
  const wall = typed(right, { 'emma-wall': 1 })
  expect(codesFor(wall, brighton, 'general-election')).toEqual(['half-typed'])
  expect(codesFor(wall, brighton, 'by-elections')).toEqual([])
  const cases = [
    [99, ['half-typed']],
    [100, []],
  ] as const
  for (const [votes, codes] of cases) {
    const hills = withVotes(right, { 'elaine-hills': votes, 'chris-ward': 25_890 - votes })
    expect(codesFor(hills, brighton, 'general-election')).toEqual(codes)
  }
})

test('[CHK16] two figures that exchanging would bring near to last time wait, with that suggestion', async () => {
  const right = await declarationOf(july, kemptown)
  const swapped = withVotes(right, { 'chris-ward': 3949, 'stewart-stone': 17_893 })
  expect(reasonsFor(swapped, brighton, 'general-election')).toEqual([
    {
      code: 'looks-swapped',
      words:
        'The Liberal Democrats had 6.0 per cent last time and would have 44.0 per cent now: 17,893 votes for Stewart Stone. Labour had 51.2 per cent last time and would have 9.7 per cent now: 3,949 votes for Chris Ward. Do both figures stand in their places?',
      suggestion:
        'Two figures exchanged would explain it: 3,949 for Stewart Stone and 17,893 for Chris Ward.',
    },
  ])
})

test('[CHK16] figures that are near to each other make no odds when they are exchanged', async () => {
  const right = await declarationOf(october, tamworth)
  const swapped = withVotes(right, { 'sarah-edwards': 10_403, 'andy-cooper': 11_719 })
  expect(codesFor(swapped, tamworthContest, 'by-elections')).toEqual([])
})

test('[CHK12 CHK13 CHK16] where nothing is known of last time, and of persons, nothing is asked', async () => {
  const right = await declarationOf(july, kemptown)
  const odd = typed(right, { 'chris-ward': 40, 'emma-wall': 30_000 })
  expect(codesFor(odd, { ...brighton, previous: null }, 'general-election')).toEqual([])
  expect(codesFor({ ...odd, valid: 0 }, brighton, 'by-elections')).toContain('does-not-add-up')
})

test('[CHK18] rejected papers beyond all that was ever seen wait', async () => {
  const right = await declarationOf(october, tamworth)
  expect(reasonsFor({ ...right, rejected: 9000 }, tamworthContest, 'by-elections')).toEqual([
    {
      code: 'many-rejected',
      words: '9,000 of 34,586 papers would be rejected, 26.0 per cent. Is the figure right?',
    },
  ])
})

test('[CHK17] a second person may let through what is unlikely, never what contradicts itself', () => {
  const codes: ReasonCode[] = [
    'turnout-unlike-before',
    'share-unlike-before',
    'big-party-at-nothing',
    'half-typed',
    'looks-swapped',
    'wrong-majority',
    'verified-not-counted',
    'many-rejected',
    'flash-not-likely',
    'another-winner',
  ]
  expect(codes.filter(mayBeReleased)).toEqual(codes)
  const firm: ReasonCode[] = ['does-not-add-up', 'another-elected', 'tie-without-lot', 'left-out']
  expect(firm.filter(mayBeReleased)).toEqual([])
})

test('[CHK17] nothing else is a reason, whatever it is called', () => {
  expect(['half-typed', 'left-out'].filter(isReasonCode)).toEqual(['half-typed', 'left-out'])
  expect(['', 'toString', 'because', null, 3, ['left-out']].filter(isReasonCode)).toEqual([])
})
