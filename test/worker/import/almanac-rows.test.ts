import { formerByElection } from '@night/worker/import/almanac/former-by-election'
import { formerSeatName } from '@night/worker/import/almanac/former-seat-name'
import { SinceRow } from '@night/worker/import/almanac/rows'
import { readRows } from '@night/worker/import/read-rows'
import { expect, test } from 'vitest'
import { fixture } from './fixtures.ts'

const rows = await readRows(
  { path: fixture('by-elections-since-1945'), columns: SinceRow, keep: () => true },
  () => {},
)
const rowOf = (listed: string) => {
  const row = rows.find((one) => one.listed === listed)
  if (!row) throw new Error(`No row ${listed}`)
  return formerByElection(row)
}

test.each([
  ['Hemsworth', 'Nobody stood against the winner.'],
  ['Edinburgh E', 'The source’s changes would make a share smaller than 0.'],
  ['Kensington South', 'The source’s changes in share do not add up to 0.'],
  ['Norfolk SW', 'By the source’s changes in share the seat would have been lost.'],
  ['Merthyr Tydfil', 'An independent is a person, not a party.'],
  ['Fermanagh and South Tyrone', 'Northern Ireland: the source gives no changes in share.'],
  ['Ceredigion', 'The source gives no swing between the winner and another party.'],
  ['Richmond Park', 'No Conservative stood, and the one elected before stood as an independent.'],
  ['Barnsley Central', 'The poll of 3 March 2011, which the source has under this day too.'],
])('[IMP26] %s is left out of swings: %s', (listed, apart) => {
  expect(rowOf(listed)).toMatchObject({ swing: null, apart })
})

test('[IMP26] a gain is measured from the general election’s winner: Walsall North from Labour', () => {
  expect(rowOf('Walsall North')).toMatchObject({
    holder: 'enp',
    first: 'lab',
    verdict: 'gain',
    swing: { from: 'lab', to: 'con', points: 22.6 },
    overturned: { votes: 15885, points: 33.35, certainty: 'at-most' },
  })
})

test.each([
  ['Ashfield', 'gain', 41.08],
  ['Glasgow, Govan', 'gain', 54.45],
  ['Glasgow, Camlachie', 'gain', 44.51],
  ['Merthyr Tydfil', 'gain', null],
  ['Harwich', 'hold', null],
  ['Ceredigion', 'hold', null],
  ['Glasgow North East', 'win', null],
  ['Barnsley Central', null, null],
])('[IMP27] %s: %s, at most %s points overturned', (listed, verdict, points) => {
  const row = rowOf(listed)
  expect([row.verdict, row.overturned.points]).toEqual([verdict, points])
  expect(row.overturned.certainty).toBe(points === null ? 'unknown' : 'at-most')
})

test.each([
  { listed: 'Glasgow, Govan', first: 'lab', second: 'lib', holder: 'lab' },
  { listed: 'Eastbourne', first: 'con', second: 'lib', holder: 'con' },
  { listed: 'Merthyr Tydfil', first: 'ind', second: 'lab', holder: 'ind' },
  { listed: 'Glasgow, Camlachie', first: 'ilp', second: 'con', holder: 'ilp' },
  { listed: 'Ceredigion', first: 'pc', second: 'lab', holder: 'pc' },
  { listed: 'Glasgow North East', first: 'spk', second: 'snp', holder: null },
  { listed: 'Falkirk West', first: 'lab', second: 'snp', holder: 'ind' },
  { listed: 'Fermanagh and South Tyrone', first: null, second: null, holder: 'ind' },
])('[IMP30] $listed: first $first, second $second, held by $holder', ({ listed, ...parties }) => {
  expect(rowOf(listed)).toMatchObject(parties)
})

test.each([
  ['Glasgow, Govan', 'Glasgow Govan'],
  ['Surrey SW', 'South West Surrey'],
  ['Leeds SE', 'Leeds South East'],
  ['Edinburgh E', 'Edinburgh East'],
  ['Holborn and St.Pancras S', 'Holborn and St Pancras South'],
  ['Bury St.Edmunds', 'Bury St Edmunds'],
  ['Bedfordshire Mid', 'Mid Bedfordshire'],
  ['Sutton And Cheam', 'Sutton and Cheam'],
  ['Crewe & Nantwich', 'Crewe and Nantwich'],
  ['Bimingham, Handsworth', 'Birmingham Handsworth'],
  ['Southwark, Bermondsey', 'Bermondsey'],
  ['Ashton-under-Lyme', 'Ashton-under-Lyme'],
  ['Richmond (Yorks)', 'Richmond (Yorks)'],
])('[IMP30] “%s” is printed as “%s”', (listed, printed) => {
  expect(formerSeatName(listed, '1970-01-01')).toBe(printed)
})

test('[IMP30] a part of a city that the table leaves out is named', () => {
  expect(rowOf('Newcastle upon Tyne').name).toBe('Newcastle upon Tyne North')
})
