import { watchFor } from '@night/shared/records/watch'
import { expect, test } from 'vitest'
import { readTable } from '../support/almanac.ts'
import { madeUpSeat } from '../support/made-up.ts'
import { contestOf, midBedfordshire, october, tamworth } from '../support/night.ts'
import { present } from '../support/present.ts'
import { resultOf } from '../support/result.ts'

test('[REC10] before a by-election declares, it is told what would make a record there', async () => {
  const table = await readTable()
  const watch = watchFor(await contestOf(october, tamworth), '2023-10-19', table).map(
    ({ text }) => text,
  )
  expect(watch).toContain(
    'second-highest by-election swing to Labour since 1945 needs a swing above 23.7 points',
  )
  expect(watch).toContain(
    'highest by-election swing to Labour since 1945 needs a swing above 29.1 points',
  )
  expect(watch.some((text) => text.includes('Reform'))).toBe(false)
  const bedfordshire = watchFor(await contestOf(october, midBedfordshire), '2023-10-19', table)
  expect(bedfordshire.map(({ text }) => text)).toContain(
    'largest majority overturned by Labour at a by-election since 1945, at 24,664 votes, if Labour should gain the seat',
  )
})

test('[REC10] a seat of which nothing was known has nothing to watch for', async () => {
  const contest = await contestOf(october, tamworth)
  expect(watchFor({ ...contest, previous: null }, '2023-10-19', await readTable())).toEqual([])
})

const seatLostBy = (from: string, to: string) =>
  madeUpSeat({ [from]: 700, [to]: 200, green: 100 }, { [to]: 800, [from]: 100, green: 100 })

test.each([
  ['con', 'lab', 'highest by-election swing to Labour since 1945'],
  ['lab', 'con', 'highest by-election swing to the Conservatives since 1945'],
  ['con', 'ld', 'highest by-election swing to the Liberal Democrats since 2009'],
  ['lab', 'snp', null],
])('[REC10] what is promised is what is published: from %s to %s, %s', async (from, to, claim) => {
  const known = { table: await readTable(), date: '2023-10-19' }
  const { contest, declaration } = seatLostBy(from, to)
  const said = resultOf(declaration, contest, known).records.filter(
    ({ id }) => id === 'swing-to-party',
  )
  const promised = watchFor(contest, known.date, known.table).filter(
    ({ id, text }) => id === 'swing-to-party' && !text.startsWith('second-'),
  )
  expect(said.map(({ text }) => text)).toEqual(claim === null ? [] : [claim])
  expect(promised.map(({ text }) => text.replace(/ needs .*/, ''))).toEqual(
    claim === null ? [] : [claim],
  )
})

test('[REC10] where no swing would be given, or nothing overturned, none is promised', async () => {
  const table = await readTable()
  const { contest } = seatLostBy('con', 'lab')
  const previous = present(contest.previous)
  const speaker = [{ party: 'spk', votes: 800 }, ...previous.votes.slice(1)]
  const uncontested = previous.votes.slice(0, 1)
  for (const votes of [speaker, uncontested]) {
    const watch = watchFor({ ...contest, previous: { ...previous, votes } }, '2023-10-19', table)
    expect(watch.filter(({ id }) => /^(swing|overturned|lost)/.test(id))).toEqual([])
  }
})

test('[REC10] a majority below one vote is waited for, and none below a tie', async () => {
  const table = await readTable()
  const won = (majorityVotes: number) => ({
    ...present(table.entries[0]),
    key: `${majorityVotes}`,
    majorityVotes,
  })
  const few = { ...table, entries: [0, 1, 10, 20, 30].map(won) }
  const watch = watchFor(seatLostBy('con', 'lab').contest, '2023-10-19', few)
  const texts = watch.filter(({ id }) => id === 'majority-small').map(({ text }) => text)
  expect(texts).toHaveLength(1)
  expect(texts[0]).toMatch(/^second-smallest majority .* needs a majority below 1 vote$/)
})

test('[REC10] points and per cents have a decimal, and a line says how far the table reaches', async () => {
  const table = await readTable()
  const [first] = table.entries
  const at = (points: number) => ({
    ...present(first),
    key: `${points}`,
    swing: { from: 'con', to: 'lab', points },
  })
  const few = { ...table, entries: [29, 20, 10, 9, 8].map(at) }
  const texts = watchFor(seatLostBy('con', 'lab').contest, '2023-10-19', few).map(
    ({ text }) => text,
  )
  expect(texts).toContain(
    'highest by-election swing to Labour since 1945, in a table that ends in October 1945, needs a swing above 29.0 points',
  )
})

test('[REC10] where two have the record together there is no second to wait for', async () => {
  const table = await readTable()
  const [first] = table.entries
  const at = (points: number, place: number) => ({
    ...present(first),
    key: `${place}`,
    swing: { from: 'con', to: 'lab', points },
  })
  const few = { ...table, entries: [29.12, 29.08, 10, 9, 8].map(at) }
  const { contest } = madeUpSeat({ con: 700, lab: 300 }, { con: 500, lab: 500 })
  const texts = watchFor(contest, '2023-10-19', few)
    .filter(({ id }) => id === 'swing-to-party')
    .map(({ text }) => text)
  expect(texts).toEqual([
    'highest by-election swing to Labour since 1945, in a table that ends in October 1945, needs a swing above 29.1 points',
  ])
})
