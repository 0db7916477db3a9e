import type { Table } from '@night/shared/records/facts'
import type { RecordLine } from '@night/shared/result'
import { beforeAll, expect, test } from 'vitest'
import { readTable } from '../support/almanac.ts'
import { madeUpSeat } from '../support/made-up.ts'
import { contestOf, declarationOf, october, tamworth } from '../support/night.ts'
import { resultOf } from '../support/result.ts'

let table: Table

const line = (lines: readonly RecordLine[], id: string) => lines.find((one) => one.id === id)?.text

beforeAll(async () => {
  table = await readTable()
})

const tamworthOn = async (date: string, known = table) =>
  resultOf(await declarationOf(october, tamworth), await contestOf(october, tamworth), {
    table: known,
    date,
  })

test('[REC2] behind the table’s end a first and other swings say how far the table reaches too', () => {
  const { contest, declaration } = madeUpSeat(
    { lab: 700, con: 200, green: 100 },
    { con: 500, lab: 400, green: 100 },
  )
  const linesOn = (date: string) => resultOf(declaration, contest, { table, date }).records
  expect(line(linesOn('2026-11-26'), 'first-gain-since')).toBe(
    'first by-election gain by the Conservatives from Labour since Hartlepool in May 2021, in a table that ends in August 2026',
  )
  expect(line(linesOn('2026-11-26'), 'pair-lately')).toMatch(
    /^swing from Lab to Con at earlier by-elections since 1945, in a table that ends in August 2026, the latest first: /,
  )
  expect(line(linesOn('2026-08-01'), 'first-gain-since')).toMatch(/ since Hartlepool in May 2021$/)
})

test('[REC1] a seat as safe as one that a government lost before is the joint safest', async () => {
  const lostAt = async (points: number) => {
    const entries = table.entries.map((entry) =>
      entry.name === 'Ashfield' ? { ...entry, overturnedPoints: points } : entry,
    )
    const { records } = await tamworthOn('2023-10-19', { ...table, entries })
    return line(records, 'lost-by-government')
  }
  // Tamworth's own are 42.63.
  expect(await lostAt(42.64)).toMatch(/^joint safest seat that a government has lost /)
  expect(await lostAt(42.5)).toMatch(/^safest seat that a government has lost /)
  expect(await lostAt(42.7)).toBeUndefined()
})

test('[REC5] what came the day before came 1 day before', async () => {
  const { records, words } = await tamworthOn('2023-10-06')
  expect(line(records, 'in-a-row')).toBe(
    '1 day after Labour gained Rutherglen and Hamilton West from the SNP',
  )
  expect(words.story).not.toContain('1 days')
})
