import { declaredSeats } from '@night/shared/declared'
import { seatToEntry } from '@night/shared/records/entry'
import { before, howFar, type Table } from '@night/shared/records/facts'
import { type Query, rankBy } from '@night/shared/records/query'
import { ranked } from '@night/shared/records/records'
import { watchFor } from '@night/shared/records/watch'
import type { RecordLine } from '@night/shared/result'
import { timeline } from '@night/worker/replay/timeline'
import { beforeAll, expect, test } from 'vitest'
import { readTable } from '../support/almanac.ts'
import {
  contestOf,
  definitionOf,
  midBedfordshire,
  october,
  recordedLog,
  rutherglen,
  tamworth,
} from '../support/night.ts'
import { present } from '../support/present.ts'
import { tell } from '../support/told.ts'

let table: Table

const told = async (night: string) => {
  const submissions = timeline(await recordedLog(night), 1).map(({ submission }) => submission)
  return tell(await definitionOf(night), table, submissions)
}
const linesOf = async (night: string, seat: string): Promise<readonly RecordLine[]> =>
  (await told(night)).board.seatsById[seat]?.records ?? []
const line = (lines: readonly RecordLine[], id: string) => lines.find((one) => one.id === id)

beforeAll(async () => {
  table = await readTable()
})

test('[REC1] Tamworth is the second-highest by-election swing to Labour since 1945, behind Dudley West', async () => {
  const lines = await linesOf(october, tamworth)
  expect(lines[0]).toMatchObject({
    id: 'swing-to-party',
    text: 'second-highest by-election swing to Labour since 1945',
    rank: 2,
    asAt: '2023-10-19',
    proof: [
      { name: 'Dudley West', date: '1994-12-15', value: 29.12 },
      { name: 'Selby and Ainsty', date: '2023-07-20' },
      { name: 'Dagenham', date: '1994-06-09', value: 23.06 },
    ],
  })
})

test('[REC1] Mid Bedfordshire is the largest majority overturned, by Labour and by anyone', async () => {
  const lines = await linesOf(october, midBedfordshire)
  expect(line(lines, 'overturned-by-party')).toMatchObject({
    text: 'largest majority overturned by Labour at a by-election since 1945, at 24,664 votes',
    rank: 1,
  })
  expect(line(lines, 'overturned-by-anyone')?.proof[0]).toMatchObject({
    name: 'Tiverton and Honiton',
    value: 24239,
  })
})

test('[REC1] who prints the same shares a rank, and says so; fewer than enough are not ranked', () => {
  const query: Query = {
    id: 'test',
    direction: 'highest',
    measure: ({ turnout }) => turnout,
    counts: () => true,
    most: 3,
    weight: 1,
    words: () => '',
  }
  const some = present(table.entries[0])
  const at = (key: string, turnout: number) => ({ ...some, key, turnout })
  const others = [at('b', 50.04), at('c', 60)]
  expect(rankBy(query, at('a', 50.01), others)).toMatchObject({ rank: 2, isJoint: true })
  expect(rankBy(query, at('a', 50.05), others)).toMatchObject({ rank: 2, isJoint: false })
  expect(rankBy({ ...query, most: 1 }, at('a', 50.01), others)).toBeNull()
  expect(rankBy({ ...query, least: 4 }, at('a', 70), others)).toBeNull()
})

test('[REC2] behind the table’s end a line says how far the table reaches', () => {
  expect(howFar(table, '2023-10-19')).toBe('')
  expect(howFar(table, '2027-05-06')).toBe(', in a table that ends in August 2026')
})

test('[REC1] nothing is the highest of fewer than five', async () => {
  const watch = watchFor(await contestOf(october, tamworth), '1945-11-01', table)
  expect(watch.filter(({ id }) => id === 'swing-to-party')).toEqual([])
})

test('[REC2] where the table lacks a figure of somebody who counts, the period begins after that', async () => {
  const smallest = present(table.queries.find(({ id }) => id === 'majority-small'))
  const board = (await told(october)).board
  const seat = declaredSeats(board).find(
    ({ contest }) => contest.constituency.id === midBedfordshire,
  )
  const ranking = rankBy(
    { ...smallest, most: 99 },
    seatToEntry(present(seat), '2023-10-19'),
    before(table, '2023-10-19'),
  )
  expect(ranking?.since).toBe(2011)
  expect(JSON.stringify((await told(october)).board)).not.toContain(
    'majority in per cent at a by-election since 1945',
  )
})

test('[REC3] a record is true as at its date: Tamworth was second then, and is fourth today', async () => {
  const seat = declaredSeats((await told(october)).board).find(
    ({ contest }) => contest.constituency.id === tamworth,
  )
  const query = present(table.queries.find(({ id }) => id === 'swing-to-party'))
  const subject = { ...seatToEntry(present(seat), '2023-10-19'), key: '2023-10-19 Tamworth' }
  const comparison = { subject, scope: () => 'by-elections', asAt: '2026-11-25' }
  expect(ranked(query, { ...comparison, earlier: before(table, '2023-10-19') })[0]?.rank).toBe(2)
  const [today] = ranked(query, { ...comparison, earlier: table.entries })
  expect(today).toMatchObject({
    rank: 4,
    text: 'fourth-highest by-election swing to Labour since 1945',
  })
  expect(today?.proof.map(({ name }) => name)).toContain('Blackpool South')
})

test('[REC4] no government has lost so safe a seat as Tamworth to the official opposition since 1945', async () => {
  const record = line(await linesOf(october, tamworth), 'lost-by-government')
  expect(record?.text).toBe(
    'safest seat that a government has lost to the official opposition at a by-election since 1945, by a majority of 42.6 per cent',
  )
  expect(record?.proof[0]).toMatchObject({ name: 'Ashfield', date: '1977-04-28' })
  expect(line(await linesOf(rutherglen, 'S14000056'), 'lost-by-government')).toBeUndefined()
})

test('[REC5] what came before belongs to it: held since, the echo, a fortnight, other swings of the pair', async () => {
  const tamworthLines = await linesOf(october, tamworth)
  const bedfordshire = await linesOf(october, midBedfordshire)
  expect(line(bedfordshire, 'held-since')?.text).toBe('held by the Conservatives since 1931')
  expect(line(tamworthLines, 'held-since')).toBeUndefined()
  expect(line(tamworthLines, 'echo')?.text).toBe(
    'echo of 1996, when Labour gained South East Staffordshire, to which most of this seat belonged, from the Conservatives at a by-election on a swing of 22.1 points from Con to Lab',
  )
  expect(line(tamworthLines, 'in-a-row')?.text).toBe(
    'a fortnight after Labour gained Rutherglen and Hamilton West from the SNP',
  )
  expect(line(tamworthLines, 'pair-lately')?.proof[1]).toMatchObject({ name: 'Selby and Ainsty' })
  expect(line(await linesOf(rutherglen, 'S14000056'), 'first-gain-since')?.text).toBe(
    'first by-election gain by Labour from the SNP since 1945 at least',
  )
})

test('[REC8] two that fall on one night are a double, said of the second', async () => {
  expect(line(await linesOf(october, midBedfordshire), 'together')?.text).toBe(
    'double for Labour, which gained Tamworth and Mid Bedfordshire from the Conservatives on one night',
  )
  expect(line(await linesOf(october, tamworth), 'together')).toBeUndefined()
})

test('[REC9] what was needed stands beside what came', async () => {
  expect(line(await linesOf(october, tamworth), 'swing-needed')?.text).toBe(
    'swing of 21.3 points was needed to win it, from Con to Lab',
  )
})

test('[WRD8] the round-up of a night says “double”, and what is missing', async () => {
  const { events, board } = await told(october)
  expect(events.at(-1)).toMatchObject({
    kind: 'closed',
    words: {
      roundUp: 'Labour gained Tamworth and Mid Bedfordshire from the Conservatives, a double.',
    },
  })
  expect(board.state).toBe('closed')
})
