import type { Table } from '@night/shared/records/facts'
import type { RecordLine } from '@night/shared/result'
import { beforeAll, expect, test } from 'vitest'
import { readTable } from '../support/almanac.ts'
import { madeUpSeat } from '../support/made-up.ts'
import {
  contestOf,
  declarationOf,
  midBedfordshire,
  october,
  tamworth,
  withVotes,
} from '../support/night.ts'
import { present } from '../support/present.ts'
import { resultOf } from '../support/result.ts'

let table: Table

const line = (lines: readonly RecordLine[], id: string) => lines.find((one) => one.id === id)

beforeAll(async () => {
  table = await readTable()
})

test('[REC2] a record’s scope is what the table has of that figure, as its text says', async () => {
  const declaration = withVotes(await declarationOf(october, tamworth), {
    'sarah-edwards': 11_062,
    'andy-cooper': 11_060,
  })
  const contest = await contestOf(october, tamworth)
  const { records } = resultOf(declaration, contest, { table, date: '2023-10-19' })
  expect(line(records, 'majority-small')).toMatchObject({
    text: 'smallest majority at a by-election since 2011, at 2 votes',
    scope: 'by-elections since 2011',
  })
  const ranks = new Set(table.queries.map(({ id }) => id))
  const others = records.filter(({ id }) => ranks.has(id) && id !== 'majority-small')
  expect(others.length).toBeGreaterThan(1)
  for (const { text, scope } of others) {
    expect(text).toContain('since 1945')
    expect(scope).toBe('by-elections since 1945')
  }
})

test('[WRD5] one vote is one vote', async () => {
  const { contest, declaration } = madeUpSeat({ con: 700, lab: 300 }, { con: 501, lab: 500, pc: 1 })
  const one = resultOf(declaration, contest, { table, date: '2023-10-19' })
  expect(line(one.records, 'majority-small')?.text).toBe(
    'smallest majority at a by-election since 2011, at 1 vote',
  )
})

test('[REC5] a seat that was held where the source begins was held since then at least', async () => {
  const contest = await contestOf(october, midBedfordshire)
  const { records, words } = resultOf(
    await declarationOf(october, midBedfordshire),
    { ...contest, heldSince: '1918-12-14' },
    { table, date: '2023-10-19' },
  )
  expect(line(records, 'held-since')?.text).toBe('held by the Conservatives since 1918 at least')
  expect(words.story).not.toContain('since 1918.')
})

test('[REC5] other swings between two parties are told over the years in which the table has them all', async () => {
  const latelyOf = (from: string, to: string) => {
    const { contest, declaration } = madeUpSeat(
      { [from]: 700, [to]: 200, green: 100 },
      { [to]: 500, [from]: 400, green: 100 },
    )
    const known = { table, date: '2012-01-01' }
    return line(resultOf(declaration, contest, known).records, 'pair-lately')
  }
  expect(latelyOf('lab', 'con')).toMatchObject({ scope: 'by-elections since 1945' })
  expect(latelyOf('lab', 'con')?.text).toMatch(
    /^swing from Lab to Con at earlier by-elections since 1945, the latest first: /,
  )
  // Dunfermline and West Fife 2006 and Leicester South 2004 were gains; of holds between the two nothing is known.
  expect(latelyOf('lab', 'ld')).toBeUndefined()
})

test('[REC5] what was the Speaker’s or an independent’s is a first of no kind: persons are no party', async () => {
  const contest = await contestOf(october, tamworth)
  const declaration = await declarationOf(october, tamworth)
  const recordsAfter = (party: string) => {
    const previous = present(contest.previous)
    const votes = previous.votes.map((row) => (row.party === 'con' ? { ...row, party } : row))
    const after = { ...contest, heldSince: '1983-06-09', previous: { ...previous, votes } }
    return resultOf(declaration, after, { table, date: '2023-10-19' }).records.map(({ id }) => id)
  }
  const about = ['first-gain-since', 'held-since', 'in-a-row', 'echo']
  for (const person of ['spk', 'ind']) {
    expect(recordsAfter(person).filter((id) => about.includes(id))).toEqual([])
  }
  expect(recordsAfter('snp')).toContain('held-since')
})

test('[REC5] a gain in Northern Ireland is the first of nothing: the table has no verdicts there before 2010', () => {
  const firstIn = (country: string) => {
    const { contest, declaration } = madeUpSeat({ uup: 700, dup: 300 }, { dup: 600, uup: 400 })
    const there = { ...contest, constituency: { ...contest.constituency, country } }
    const { records } = resultOf(declaration, there, { table, date: '2023-10-19' })
    return records.map(({ id }) => id).includes('first-gain-since')
  }
  expect([firstIn('England'), firstIn('Northern Ireland')]).toEqual([true, false])
})
