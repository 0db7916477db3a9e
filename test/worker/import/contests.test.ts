import { baselineOf } from '@night/worker/import/baseline'
import { heldSince } from '@night/worker/import/held-since'
import { nominate } from '@night/worker/import/nomination'
import { beforeAll, expect, test } from 'vitest'
import type { Contest } from '@night/shared/contest'
import {
  byElectionWords,
  contestIn,
  made,
  rutherglenNight,
  sourcesOf,
  tamworthNight,
} from './fixtures.ts'

let tamworth: Contest
let midBedfordshire: Contest
let rutherglen: Contest

beforeAll(async () => {
  const october = made(tamworthNight, await sourcesOf(byElectionWords(tamworthNight)))
  tamworth = contestIn(october.definition.contests, 'Tamworth')
  midBedfordshire = contestIn(october.definition.contests, 'Mid Bedfordshire')
  const single = made(rutherglenNight, await sourcesOf(byElectionWords(rutherglenNight)))
  rutherglen = contestIn(single.definition.contests, 'Rutherglen and Hamilton West')
})

test('[IMP5] the baseline has the votes by party, most first, and the majority of the candidates', () => {
  expect(tamworth.previous).toEqual({
    election: '2019 general election',
    notional: false,
    votes: [
      { party: 'con', votes: 30542 },
      { party: 'lab', votes: 10908 },
      { party: 'ld', votes: 2426 },
      { party: 'green', votes: 935 },
      { party: 'ukip', votes: 814 },
      { party: 'ind', votes: 431 },
    ],
    valid: 46056,
    majority: 19634,
  })
})

test('[IMP5] two independents keep a row each; two candidates of a party share one', () => {
  const rows = [
    ['con', 50],
    ['ind', 70],
    ['con', 60],
    ['ind', 20],
  ] as const
  const previous = rows.map(([party, votes]) => ({
    seat: 'E14000986',
    party,
    name: '',
    votes,
    notional: false,
  }))
  expect(baselineOf(previous, '2019 general election')).toMatchObject({
    votes: [
      { party: 'con', votes: 110 },
      { party: 'ind', votes: 70 },
      { party: 'ind', votes: 20 },
    ],
    majority: 10,
  })
})

test('[IMP6] who held the seat is told by the cause: "elected Con" sat as an independent', () => {
  expect(tamworth).toMatchObject({
    holder: 'ind',
    cause: 'resignation (Chris Pincher, elected Con)',
  })
  expect(midBedfordshire).toMatchObject({
    holder: 'con',
    cause: 'resignation (Nadine Dorries, Con)',
  })
  expect(rutherglen).toMatchObject({
    holder: 'ind',
    cause: 'recall petition (Margaret Ferrier, elected SNP)',
  })
})

test('[IMP7] since when a seat was held is told only where the boundaries allow it', () => {
  expect(tamworth.heldSince).toBe('2010-05-06')
  expect(rutherglen.heldSince).toBe('2019-12-12')
  expect(midBedfordshire.heldSince).toBe('1931-10-27')
})

test.each([
  ['2019-12-12', 'lab', '2017-06-08'],
  ['2019-12-13', 'snp', '2019-12-12'],
  ['2019-12-13', 'lab', null],
  ['2017-06-08', 'lab', null],
  ['2024-07-05', 'snp', null],
])('[IMP7] on %s %s has held Rutherglen since %s', (date, party, since) => {
  const row = { seat: 'S14000056', overlap: 1, before: 'Con won 2015' }
  const rows = [
    { ...row, asOf: 'before GE2019', group: 'Lab', since: '2017-06-08' },
    { ...row, asOf: 'before 2019-24 by-election / GE2024', group: 'Nat', since: '2019-12-12' },
  ]
  expect(heldSince(party, date, rows)).toBe(since)
})

test('[IMP7] a chain with a weak link says nothing until somebody has checked it', () => {
  const row = { asOf: 'before GE2019', group: 'Lab', since: '1922-11-15', overlap: 0.69 }
  expect(heldSince('lab', '2019-12-12', [{ ...row, seat: 'W07000049', before: null }])).toBeNull()
})

test.each([
  { group: 'SF', before: 'Oth won 2005 as West Tyrone', since: null },
  { group: 'SF', before: 'SF won by-election 2011-06-09', since: null },
  { group: 'SF', before: 'SDLP won 2015 as Down South', since: '2010-05-06' },
  { group: 'Green', before: 'Lab won 2005 as Brighton Pavilion', since: '2010-05-06' },
  { group: 'Lab', before: 'Oth won 2005 as Blaenau Gwent', since: '2010-05-06' },
])(
  '[IMP7] nothing is said where $group may be who was there before: “$before”, $since',
  ({ group, before, since }) => {
    const row = { asOf: 'before GE2019', since: '2010-05-06', overlap: 1, seat: 'N06000018' }
    const party = group.toLowerCase()
    expect(heldSince(party, '2019-12-12', [{ ...row, group, before }])).toBe(since)
  },
)

test('[IMP8] Tamworth was South East Staffordshire until 1997; the other two have no one predecessor', () => {
  expect(tamworth.predecessor).toEqual({
    name: 'South East Staffordshire',
    until: '1997',
    share: 0.998,
  })
  expect(midBedfordshire).not.toHaveProperty('predecessor')
  expect(rutherglen).not.toHaveProperty('predecessor')
})

test('[IMP9] candidates stand in ballot order: middle names in the surname column do not count', () => {
  expect(tamworth.candidates.map(({ name }) => name)).toEqual([
    'Robert Bilcliff',
    'Andy Cooper',
    'Ian Stuart Cooper',
    'Sarah Edwards',
    'Howling Laud Hope',
    'Sue Howarth',
    'Peter George Longman',
    'Ashlea Simon',
    'Sunny Virk',
  ])
})

test('[IMP9] a title after a comma or "of" does not count: Love, Emperor of India, stands under Love', () => {
  expect(midBedfordshire.candidates.map(({ id }) => id).slice(4, 7)).toEqual([
    'ann-kelly',
    'prince-a-love-emperor-of-india',
    'gareth-mackey',
  ])
  expect(rutherglen.candidates.map(({ id }) => id).slice(4, 7)).toEqual([
    'cameron-eadie',
    'prince-a-l-emperor-of-india',
    'niall-fraser',
  ])
})

const standing = (firstName: string, surname: string) => ({
  seat: 'E14000986',
  date: null,
  description: 'Independent',
  party: 'ind',
  firstName,
  surname,
  votes: 1,
})

test('[IMP9] a general election’s surnames sort as they stand, without case or accents', () => {
  const rows = [
    standing('Bo', 'Zed'),
    standing('Órfhlaith', 'O’Neill'),
    standing('Al', 'da Costa'),
    standing('Cy', 'Édison'),
  ]
  expect(nominate(rows, 'general-election').map(({ candidate }) => candidate.id)).toEqual([
    'al-da-costa',
    'cy-edison',
    'orfhlaith-oneill',
    'bo-zed',
  ])
})

test('[IMP10] a candidate keeps the party’s id, and the ballot paper’s name for it', () => {
  expect(tamworth.candidates.find(({ id }) => id === 'sarah-edwards')).toEqual({
    id: 'sarah-edwards',
    name: 'Sarah Edwards',
    party: 'lab',
    description: 'Labour',
  })
  expect(rutherglen.candidates.find(({ id }) => id === 'ewan-hoyle')?.description).toBe(
    'Volt United Kingdom',
  )
})
