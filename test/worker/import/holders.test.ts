import { parseLog, parseNight } from '@night/shared/recorded'
import { lastWon } from '@night/worker/import/holder'
import { expect, test } from 'vitest'
import { contestIn, dataText } from './fixtures.ts'

const contestsOf = async (night: string) =>
  parseNight(await dataText(`nights/${night}/night.json`)).contests
const in2019 = await contestsOf('2019-12-12-general-election')
const in2024 = await contestsOf('2024-07-04-general-election')

const previous = {
  election: '2019 general election',
  notional: false,
  votes: [
    { party: 'snp', votes: 23775 },
    { party: 'lab', votes: 18545 },
  ],
  valid: 42320,
  majority: 5230,
}

test('[IMP6] without a member in the cause whoever won it last held it, at the general election or since', () => {
  const taken = { date: '2021-05-06', winner: 'lab' }
  expect(lastWon(previous, [])).toEqual({ party: 'snp', takenOn: null })
  expect(lastWon(previous, [{ date: '2021-05-06', winner: 'snp' }])).toEqual({
    party: 'snp',
    takenOn: null,
  })
  expect(lastWon(previous, [taken, { date: '2022-05-05', winner: 'lab' }])).toEqual({
    party: 'lab',
    takenOn: '2021-05-06',
  })
})

test('[IMP6] nobody is said to have held a seat that is new, or has new boundaries', () => {
  const taken = [{ date: '2021-05-06', winner: 'lab' }]
  expect(lastWon(null, taken)).toBeNull()
  expect(lastWon({ ...previous, notional: true }, taken)).toBeNull()
})

test.each([
  { name: 'Brecon and Radnorshire', holder: 'ld', heldSince: '2019-08-01' },
  { name: 'Peterborough', holder: 'lab', heldSince: '2017-06-08' },
  { name: 'Newport West', holder: 'lab', heldSince: '1987-06-11' },
  { name: 'Lewisham East', holder: 'lab', heldSince: '1992-04-09' },
  { name: 'West Tyrone', holder: 'sf', heldSince: null },
  { name: 'Belfast West', holder: 'sf', heldSince: null },
  { name: 'North Antrim', holder: 'dup', heldSince: null },
  { name: 'South Down', holder: 'sf', heldSince: '2017-06-08' },
  { name: 'Blaenau Gwent', holder: 'lab', heldSince: '2010-05-06' },
  { name: 'North Down', holder: 'ind', heldSince: '2010-05-06' },
])('[IMP6 IMP7] $name was held before 2019 by $holder since $heldSince', ({ name, ...held }) => {
  expect(contestIn(in2019, name)).toMatchObject(held)
})

test('[IMP6] nobody is said to have held a seat on the boundaries of 2024 before', () => {
  expect(in2024.filter(({ holder, heldSince }) => holder !== null || heldSince !== null)).toEqual(
    [],
  )
})

test('[IMP6] the recorded log of 2024 says nothing of the House before', async () => {
  const log = parseLog(await dataText('nights/2024-07-04-general-election/log.ndjson'))
  const before = log.flatMap((event) =>
    event.kind === 'declared' ? [event.result.verdicts.houseBefore] : [],
  )
  expect(before).toHaveLength(650)
  expect(before.filter(({ kind, from }) => kind !== 'win' || from !== null)).toEqual([])
})
