import { governmentOn, parseByElections, parseGovernments } from '@night/shared/almanac'
import type { ByElection } from '@night/shared/almanac'
import { baselineWinner } from '@night/shared/baseline'
import { parseNight } from '@night/shared/recorded'
import { Contested } from '@night/worker/import/almanac/contested'
import { resultInWords } from '@night/worker/import/almanac/result-findings'
import { readRows } from '@night/worker/import/read-rows'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { contestIn, dataText, fixture, tamworthNight } from './fixtures.ts'

const all = parseByElections(await dataText('almanac/by-elections-since-1945.ndjson'))
const inFull = (await dataText('almanac/by-elections-2010-2026.ndjson'))
  .trimEnd()
  .split('\n')
  .map((line) => Contested.parse(JSON.parse(line)))
const governments = parseGovernments(await dataText('almanac/governments.ndjson'))

const named = (name: string, date?: string): ByElection => {
  const row = all.find((one) => one.name === name && (date === undefined || one.date === date))
  if (!row) throw new Error(`No by-election in ${name}`)
  return row
}
const before = (date: string) => all.filter((row) => row.date < date)
const most = (rows: readonly ByElection[], measure: (row: ByElection) => number | null) =>
  rows
    .flatMap((row) => {
      const value = measure(row)
      return value === null ? [] : [{ name: row.name, value }]
    })
    .toSorted((a, b) => b.value - a.value)

test('[IMP25] the almanac has 534 by-elections by day and name, and the 65 since 2010 in full', () => {
  expect(all).toHaveLength(534)
  const keys = all.map(({ date, name }) => `${date} ${name}`)
  expect(keys).toEqual(keys.toSorted())
  expect(new Set(keys).size).toBe(534)
  expect(inFull).toHaveLength(65)
  expect(inFull.map(({ date, constituency }) => `${date} ${constituency.name}`)).toEqual(
    all.filter(({ id }) => id !== null).map(({ date, name }) => `${date} ${name}`),
  )
})

test('[IMP26] swings to Labour as of 19 October 2023 rank as the desks have them', () => {
  const toLabour = ({ swing }: ByElection) => (swing?.to === 'lab' ? swing.points : null)
  expect(most(before('2023-10-19'), toLabour).slice(0, 4)).toEqual([
    { name: 'Dudley West', value: 29.12 },
    { name: 'Selby and Ainsty', value: expect.closeTo(23.66, 2) },
    { name: 'Dagenham', value: 23.06 },
    { name: 'South East Staffordshire', value: 22.06 },
  ])
  expect(named('Tamworth').swing).toEqual({
    from: 'con',
    to: 'lab',
    points: expect.closeTo(23.887, 3),
  })
})

test('[IMP26] a row has a swing between two parties, never negative, or the reason why it is left out', () => {
  const without = all.filter(({ swing }) => swing === null)
  expect(without).toEqual(all.filter(({ apart }) => apart !== null))
  expect(without).toHaveLength(73)
  for (const { swing } of all) {
    if (swing === null) continue
    expect(swing.points).toBeGreaterThanOrEqual(0)
    expect([swing.from, swing.to]).not.toContain('ind')
    expect(swing.from).not.toBe(swing.to)
  }
})

test('[IMP27] majorities overturned rank by votes; Labour’s largest before that October was Selby’s', () => {
  const gains = (rows: readonly ByElection[]) => rows.filter(({ verdict }) => verdict === 'gain')
  expect(most(gains(all), ({ overturned }) => overturned.votes).slice(0, 3)).toEqual([
    { name: 'Mid Bedfordshire', value: 24664 },
    { name: 'Tiverton and Honiton', value: 24239 },
    { name: 'Christchurch', value: 23015 },
  ])
  const byLabour = gains(before('2023-10-19')).filter(({ winner }) => winner === 'lab')
  expect(most(byLabour, ({ overturned }) => overturned.votes)[0]).toEqual({
    name: 'Selby and Ainsty',
    value: 20137,
  })
})

test('[IMP27] no government lost a seat to the opposition with more than 41.1 points before Tamworth', () => {
  const lost = before('2023-10-19').filter(({ date, verdict, first, winner }) => {
    const then = governmentOn(governments, date)
    return verdict === 'gain' && first === then?.government && winner === then.opposition
  })
  expect(lost.filter(({ overturned }) => overturned.points === null)).toEqual([])
  expect(most(lost, ({ overturned }) => overturned.points)[0]).toEqual({
    name: 'Ashfield',
    value: 41.08,
  })
  expect(named('Ashfield').overturned.certainty).toBe('at-most')
  expect(named('Tamworth').overturned).toEqual({
    votes: 19634,
    points: expect.closeTo(42.63, 2),
    certainty: 'exact',
  })
})

test('[IMP27] a majority in points is exact since 2010, and nobody overturned the Speaker’s', () => {
  const exact = all.filter(({ overturned }) => overturned.certainty === 'exact')
  expect(exact.map(({ id }) => id)).toEqual(all.map(({ id }) => id).filter((id) => id !== null))
  expect(named('Glasgow North East')).toMatchObject({
    first: 'spk',
    verdict: 'win',
    overturned: { votes: null, points: null, certainty: 'unknown' },
  })
})

const Told = z.object({ election_date: z.string(), ons_id: z.string(), result: z.string() })

test('[IMP28] all 65 verdicts since 2010 are the source’s own', async () => {
  const path = fixture('results-by-elections')
  const told = await readRows({ path, columns: Told, keep: () => true }, () => {})
  expect(told).toHaveLength(65)
  const verdicts = told.map(({ election_date: date, ons_id: id }) => {
    const row = all.find((one) => one.date === date && one.id === id)
    return {
      winner: row?.winner,
      kind: row?.verdict,
      from: row?.verdict === 'gain' ? row.first : null,
    }
  })
  expect(verdicts).toEqual(told.map(({ result }) => resultInWords(result)))
})

test('[IMP28] the 65 add up, stand in ballot order, and have the majority that the list has', () => {
  for (const { date, constituency, candidates, valid } of inFull) {
    expect(candidates.reduce((sum, { votes }) => sum + votes, 0)).toBe(valid)
    const [first = 0, second = 0] = candidates.map(({ votes }) => votes).toSorted((a, b) => b - a)
    expect(named(constituency.name, date).majority.votes).toBe(first - second)
  }
})

test('[IMP28] Tamworth in full is Tamworth of its night', async () => {
  const night = parseNight(await dataText(`nights/${tamworthNight.night}/night.json`))
  const contest = contestIn(night.contests, 'Tamworth')
  const row = inFull.find(({ constituency }) => constituency.id === contest.constituency.id)
  expect(row?.candidates).toMatchObject(contest.candidates)
  expect(contest.previous && baselineWinner(contest.previous)).toBe(named('Tamworth').first)
})

test.each([
  ['1945-07-25', undefined, undefined],
  ['1945-07-26', 'lab', 'con'],
  ['1974-03-04', 'lab', 'con'],
  ['1977-04-28', 'lab', 'con'],
  ['1979-05-03', 'lab', 'con'],
  ['2010-05-11', 'con', 'lab'],
  ['2023-10-19', 'con', 'lab'],
  ['2024-07-05', 'lab', 'con'],
])('[IMP29] on %s the government was %s and the opposition %s', (date, government, opposition) => {
  const then = governmentOn(governments, date)
  expect([then?.government, then?.opposition]).toEqual([government, opposition])
})
