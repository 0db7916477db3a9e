import { pollsCloseOn } from '@night/worker/import/elections'
import { titleOf } from '@night/worker/import/title'
import { expect, test } from 'vitest'
import {
  contestIn,
  generalElection,
  generalElectionWords,
  made,
  sourcesOf,
  tamworthNight,
} from './fixtures.ts'

const { definition, log } = made(
  generalElection,
  await sourcesOf(generalElectionWords(generalElection)),
)

test('[IMP15] a notional table is a baseline marked notional, the Brexit Party’s votes Reform UK’s', () => {
  expect(contestIn(definition.contests, 'Ashfield')).toMatchObject({
    holder: null,
    heldSince: null,
    previous: {
      election: '2019 general election',
      notional: true,
      votes: [
        { party: 'con', votes: 16838 },
        { party: 'ash', name: 'Ashfield Independents', votes: 11535 },
        { party: 'lab', votes: 10986 },
        { party: 'ruk', votes: 2137 },
        { party: 'ld', votes: 890 },
        { party: 'green', votes: 563 },
      ],
      valid: 42949,
      majority: 5303,
    },
  })
})

test('[IMP15] a general election’s declarations come at the times in its own file', () => {
  expect(definition.kind).toBe('general-election')
  const declared = log.flatMap((event) => (event.kind === 'declared' ? [event] : []))
  expect(
    declared.map(({ words, constituency, result }) => [
      words.time,
      constituency.name,
      result.verdict.kind,
      result.verdict.party,
    ]),
  ).toEqual([
    ['2.19am', 'Ashfield', 'gain', 'ruk'],
    ['4.55am', 'Mid Buckinghamshire', 'hold', 'con'],
  ])
})

test('[IMP9] two of one name in a seat have two ids', () => {
  const ids = contestIn(definition.contests, 'Mid Buckinghamshire').candidates.map(({ id }) => id)
  expect(ids.filter((id) => id.startsWith('greg-smith'))).toEqual(['greg-smith', 'greg-smith-2'])
})

test('[IMP3] polls close at 10pm on London’s clocks, in summer and in winter', () => {
  expect(pollsCloseOn(tamworthNight.date)).toBe('2023-10-19T21:00:00.000Z')
  expect(pollsCloseOn('2019-12-12')).toBe('2019-12-12T22:00:00.000Z')
})

test.each([
  [
    'by-elections',
    ['Tamworth', 'Mid Bedfordshire'],
    'By-elections, 19 October 2023: Tamworth and Mid Bedfordshire',
  ],
  ['by-elections', ['Tamworth'], 'Tamworth by-election, 19 October 2023'],
  ['general-election', ['Tamworth'], 'General election 2023'],
] as const)('[IMP16] a night of %s in %j is called “%s”', (kind, seats, title) => {
  expect(titleOf(kind, '2023-10-19', seats)).toBe(title)
})
