import { predecessorOf } from '@night/worker/import/predecessor'
import { officialSeatName, seatKey, spokenSeatName } from '@night/worker/import/seat-name'
import { SeatRow } from '@night/worker/import/columns'
import { expect, test } from 'vitest'
import { dataText } from './fixtures.ts'
import { parseNight } from '@night/shared/recorded'

test('[IMP8] a seat’s name is the same in any order', () => {
  expect(
    new Set(['Bedfordshire Mid', 'Mid-Bedfordshire', 'Mid Bedfordshire'].map(seatKey)).size,
  ).toBe(1)
  expect(seatKey('Chester, City of')).toBe(seatKey('City of Chester'))
  expect(seatKey('Rutherglen & Hamilton West')).toBe(seatKey('Rutherglen and Hamilton West'))
})

test.each([
  ['Staffordshire South East', 'South East Staffordshire'],
  ['Devon North', 'North Devon'],
  ['Fife North East', 'North East Fife'],
  ['Walsall North', 'Walsall North'],
  ['Glasgow North East', 'Glasgow North East'],
  ['Durham, City Of', 'City of Durham'],
  ['Wrekin, The', 'The Wrekin'],
])('[IMP8] %s is spoken of as %s', (listed, spoken) => {
  expect(spokenSeatName(listed)).toBe(spoken)
})

test('[IMP8] boundaries that were not in force on the day are not looked at', () => {
  const row = { to: 'Aldershot', share: 0.9 }
  const overlaps = [
    { ...row, from: 'Farnborough', set: '2024' },
    { ...row, from: 'Aldershot', set: '2010' },
    { ...row, from: 'Bagshot', set: '1997' },
  ]
  expect(predecessorOf('Aldershot', '2024-05-02', overlaps)).toEqual({
    name: 'Bagshot',
    until: '1997',
    share: 0.9,
  })
  expect(predecessorOf('Aldershot', '2024-07-04', overlaps)?.name).toBe('Farnborough')
})

test('[IMP8] a seat put together from several has no predecessor', () => {
  const row = { to: 'Tamworth', set: '1997' }
  const overlaps = [
    { ...row, from: 'Lichfield', share: 0.5 },
    { ...row, from: 'Nuneaton', share: 0.5 },
  ]
  expect(predecessorOf('Tamworth', '2023-10-19', overlaps)).toBeNull()
})

test.each([
  ['Newcastle Upon Tyne Central', 'Newcastle upon Tyne Central'],
  ['Stoke-On-Trent North', 'Stoke-on-Trent North'],
  ['Ashton-Under-Lyne', 'Ashton-under-Lyne'],
  ['Cities Of London and Westminster', 'Cities of London and Westminster'],
  ['Na h-Eileanan An Iar', 'Na h-Eileanan an Iar'],
  ['Penrith and The Border', 'Penrith and The Border'],
  ['Weston-Super-Mare', 'Weston-Super-Mare'],
  ['The Wrekin', 'The Wrekin'],
])('[IMP33] a file’s %s is %s', (told, official) => {
  expect(officialSeatName(told)).toBe(official)
  const seat = {
    ons_id: 'E14000831',
    constituency_name: told,
    electorate: '57845',
    valid_votes: '37094',
  }
  expect(SeatRow.parse(seat).name).toBe(official)
})

test.each(['2019-12-12', '2024-07-04'])(
  '[IMP33] no seat of the general election of %s has a capital that its official name has not',
  async (date) => {
    const night = parseNight(await dataText(`nights/${date}-general-election/night.json`))
    const names = night.contests.map(({ constituency }) => constituency.name)
    expect(names.filter((name) => officialSeatName(name) !== name)).toEqual([])
  },
)
