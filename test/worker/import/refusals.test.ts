import type { SeatRow } from '@night/worker/import/columns'
import { findingsTable } from '@night/worker/import/finding'
import { importNight } from '@night/worker/import/import-night'
import type { Sources } from '@night/worker/import/sources'
import { beforeAll, expect, test } from 'vitest'
import { byElectionWords, made, means, sourcesOf, tamworthNight } from './fixtures.ts'

let sources: Sources
beforeAll(async () => {
  sources = await sourcesOf(byElectionWords(tamworthNight))
})

const withTamworth = (change: Partial<SeatRow>): Sources => ({
  ...sources,
  seats: sources.seats.map((row) => (row.name === 'Tamworth' ? { ...row, ...change } : row)),
})

const refusalOf = (sources: Sources): string => {
  const imported = importNight(tamworthNight, sources, means)
  if (imported.outcome === 'made') throw new Error('was made')
  return findingsTable(imported.findings)
}

test('[IMP11] a mistyped vote refuses the import, and the table says what does not tie', () => {
  const candidates = sources.candidates.map((row) =>
    row.surname === 'Edwards' ? { ...row, votes: 10719 } : row,
  )
  expect(refusalOf({ ...sources, candidates }).split('\n')).toEqual([
    expect.stringMatching(
      /^refused  Tamworth  does-not-add-up  The votes add up to 1,000 fewer than .* 25,586\./,
    ),
    'flagged  Tamworth  wrong-majority   The file says a majority of 1,316; by the votes it is 316.',
  ])
})

test('[IMP11] more votes than electors refuse the import', () => {
  expect(refusalOf(withTamworth({ electorate: 25000 }))).toContain('more-votes-than-electors')
})

test('[IMP11] a time before the polls closed refuses the import', () => {
  const times = sources.times.map((row) => ({ ...row, declaredAt: '2023-10-19T02:45:00+01:00' }))
  expect(refusalOf({ ...sources, times })).toContain('declared-before-polls-closed')
})

test('[IMP11] a day without a seat, a seat without candidates, or files without any baseline are refused', () => {
  expect(refusalOf({ ...sources, seats: [] })).toContain('no-seats')
  expect(refusalOf({ ...sources, candidates: [] })).toContain('no-candidates')
  expect(refusalOf({ ...sources, previous: [] })).toContain('no-previous')
})

test('[IMP12] a majority of the file that is not the votes’ is flagged and not used', () => {
  const { log, findings } = made(tamworthNight, withTamworth({ majority: 1216 }))
  expect(findings).toEqual([
    {
      weight: 'flagged',
      seat: 'Tamworth',
      code: 'wrong-majority',
      words: 'The file says a majority of 1,216; by the votes it is 1,316.',
    },
  ])
  expect(log.at(1)).toMatchObject({ result: { majority: { votes: 1316 } } })
})

test('[IMP13] a seat whose declaration time is not known is flagged, and the log is without it', () => {
  const times = sources.times.filter(({ name }) => name !== 'Tamworth')
  const { definition, log, findings } = made(tamworthNight, { ...sources, times })
  expect(findings.map(({ code, seat }) => [code, seat])).toEqual([['no-time', 'Tamworth']])
  expect(definition.contests).toHaveLength(2)
  expect(log.map(({ kind }) => kind)).toEqual(['opened', 'declared', 'closed'])
  const silent = made(tamworthNight, { ...sources, times: [] })
  expect(silent.log.map(({ kind }) => kind)).toEqual(['opened'])
})

test('[IMP14] rejected papers that the file does not know are null, not 0', async () => {
  const barnsley = await sourcesOf(byElectionWords({ night: 'barnsley', date: '2011-03-03' }))
  expect(barnsley.seats.map(({ name, rejected }) => [name, rejected])).toEqual([
    ['Barnsley Central', null],
  ])
  const { log } = made(tamworthNight, withTamworth({ rejected: null }))
  expect(log.at(1)).toMatchObject({ result: { turnout: { rejected: null } } })
})

test('[IMP11] a seat that the file has twice refuses the import, also where nobody knows its time', () => {
  const [first] = sources.seats
  if (first === undefined) throw new Error('no seat')
  expect(refusalOf({ ...sources, seats: [...sources.seats, first], times: [] })).toContain(
    `refused  ${first.name}`,
  )
})
