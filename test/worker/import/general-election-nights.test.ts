import { emptyBoard, foldAll } from '@night/shared/board'
import { declaredSeats } from '@night/shared/declared'
import { emptyHead, follows } from '@night/shared/chain'
import { clockTime } from '@night/shared/time'
import { parseLog, parseNight } from '@night/shared/recorded'
import { resultInWords } from '@night/worker/import/almanac/result-findings'
import { readRows } from '@night/worker/import/read-rows'
import { sha256 } from '@night/worker/sha256'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { contestIn, dataText, fixture } from './fixtures.ts'

const whole = z.string().regex(/^\d+$/).transform(Number)
/** What the source says of a seat: the verdict in its words, and its figures. */
const Told = z.object({
  ons_id: z.string(),
  result: z.string(),
  valid_votes: whole,
  invalid_votes: whole,
  electorate: whole,
  majority: whole,
})

const nights = await Promise.all(
  [
    { id: '2019-12-12-general-election', year: '2019' },
    { id: '2024-07-04-general-election', year: '2024' },
  ].map(async ({ id, year }) => {
    const definition = parseNight(await dataText(`nights/${id}/night.json`))
    const log = parseLog(await dataText(`nights/${id}/log.ndjson`))
    const seats = declaredSeats(foldAll(emptyBoard(definition, 'recorded'), log))
    const path = fixture(`results-${year}`)
    const told = await readRows({ path, columns: Told, keep: () => true }, () => {})
    return { id, year, definition, log, seats, told }
  }),
)

const countsOf = (keys: readonly string[]): Record<string, number> => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return Object.fromEntries([...counts].toSorted(([, a], [, b]) => b - a))
}

/** Seats of 650, as the House of Commons Library has them. */
const official: Readonly<Record<string, Record<string, number>>> = {
  '2019': {
    con: 365,
    lab: 202,
    snp: 48,
    ld: 11,
    dup: 8,
    sf: 7,
    pc: 4,
    sdlp: 2,
    green: 1,
    apni: 1,
    spk: 1,
  },
  '2024': {
    lab: 411,
    con: 121,
    ld: 72,
    snp: 9,
    sf: 7,
    ind: 6,
    dup: 5,
    ruk: 5,
    green: 4,
    pc: 4,
    sdlp: 2,
    apni: 1,
    uup: 1,
    tuv: 1,
    spk: 1,
  },
}

describe.each(nights)('$id', ({ year, definition, log, seats, told }) => {
  test('[IMP18] its log, folded, has the official seats of every party', () => {
    expect(definition.title).toBe(`General election ${year}`)
    expect(definition.contests).toHaveLength(650)
    expect(seats).toHaveLength(650)
    expect(countsOf(seats.map(({ latest }) => latest.result.verdict.party))).toEqual(official[year])
  })

  test('[IMP18] each event follows the one before, from opening to closing', () => {
    const links = log.map((event, place) => follows(log[place - 1] ?? emptyHead, event, sha256))
    expect(links.every(Boolean)).toBe(true)
    expect([log.at(0)?.kind, log.at(-1)?.kind, log.length]).toEqual(['opened', 'closed', 652])
  })

  test('[IMP19] every verdict is the source’s own, seat by seat', () => {
    const verdicts = Object.fromEntries(
      seats.map(({ contest, latest }) => {
        const { party, kind, from } = latest.result.verdict
        return [contest.constituency.id, { winner: party, kind, from }]
      }),
    )
    expect(told).toHaveLength(650)
    expect(
      Object.fromEntries(told.map(({ ons_id, result }) => [ons_id, resultInWords(result)])),
    ).toEqual(verdicts)
  })

  test('[IMP19] every sum, majority and turnout ties with the source’s', () => {
    const figures = Object.fromEntries(
      seats.map(({ contest, latest: { result } }) => {
        const { valid, rejected, electorate } = result.turnout
        const sum = result.candidates.reduce((total, { votes }) => total + votes, 0)
        const majority = result.majority.votes
        return [contest.constituency.id, { sum, valid, rejected, electorate, majority }]
      }),
    )
    const expected = told.map((row) => [
      row.ons_id,
      {
        sum: row.valid_votes,
        valid: row.valid_votes,
        rejected: row.invalid_votes,
        electorate: row.electorate,
        majority: row.majority,
      },
    ])
    expect(figures).toEqual(Object.fromEntries(expected))
  })
})

const [in2019, in2024] = nights

test('[IMP18] the busiest minute of 2019 has 12 declarations, at 3.40am', () => {
  const minutes = countsOf(in2019?.seats.map(({ latest }) => latest.at) ?? [])
  const [[busiest, most] = ['', 0]] = Object.entries(minutes)
  expect([clockTime(busiest), most]).toEqual(['3.40am', 12])
})

test('[IMP18] 2019 is in Greenwich Mean Time, 2024 in British Summer Time', () => {
  expect([in2019?.definition.pollsClose, in2024?.definition.pollsClose]).toEqual([
    '2019-12-12T22:00:00.000Z',
    '2024-07-04T21:00:00.000Z',
  ])
  expect(in2019?.seats.at(-1)?.latest.words.time).toBe('11.27pm')
  expect(in2024?.seats.at(-1)?.latest.words.time).toBe('11.17pm')
})

test('[IMP20] a seat is expected at the hour of last time, where its code or its name was there then', () => {
  const expected = (contests = in2019?.definition.contests) =>
    contests?.filter(({ expectedAt }) => expectedAt !== undefined).length
  expect([expected(), expected(in2024?.definition.contests)]).toEqual([650, 444])
  const tamworth = contestIn(in2024?.definition.contests ?? [], 'Tamworth')
  expect(clockTime(tamworth.expectedAt ?? '')).toBe('3.40am')
})

test.each([
  { year: '2019', name: 'Buckingham', party: 'con', kind: 'gain', from: 'spk' },
  { year: '2019', name: 'Chorley', party: 'spk', kind: 'gain', from: 'lab' },
  { year: '2024', name: 'Chorley', party: 'spk', kind: 'hold', from: null },
  { year: '2019', name: 'North Down', party: 'apni', kind: 'gain', from: 'ind' },
  { year: '2024', name: 'North Down', party: 'ind', kind: 'gain', from: 'apni' },
  { year: '2024', name: 'Islington North', party: 'ind', kind: 'gain', from: 'lab' },
])('[IMP19] $name $year: $party $kind from $from', ({ year, name, ...verdict }) => {
  const night = nights.find((one) => one.year === year)
  const seat = night?.seats.find(({ contest }) => contest.constituency.name === name)
  expect(seat?.latest.result.verdict).toMatchObject(verdict)
})
