import { watchFor } from '@night/shared/records/watch'
import { expect, test } from 'vitest'
import { readTable } from '../support/almanac.ts'
import { contestOf, midBedfordshire, october, tamworth } from '../support/night.ts'

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
