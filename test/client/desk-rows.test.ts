import { choose } from '@night/client/desk/choose'
import { type Row, rowsOf } from '@night/client/desk/rows'
import { plainView } from '@night/client/desk/view'
import { type Board, emptyBoard, fold, foldAll } from '@night/shared/board'
import type { NightEvent, StatusEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import { milliseconds } from '@night/shared/time'
import { beforeAll, expect, test } from 'vitest'
import {
  definitionOf,
  isResult,
  midBedfordshire,
  october,
  recordedLog,
  tamworth,
} from '../support/night.ts'
import { present } from '../support/present.ts'
import { saidOf } from '../support/said.ts'

const general = '2024-07-04-general-election'
let definition: NightDefinition
let log: readonly NightEvent[]

const boardAt = (time: string): Board =>
  foldAll(
    emptyBoard(definition, 'live'),
    log.filter(({ at }) => milliseconds(at) <= milliseconds(time)),
  )
const at = '2024-07-05T03:40:00.000Z'
const rowsAt = (time: string): Row[] => rowsOf(boardAt(time), milliseconds(time))
const names = (rows: readonly Row[]): string[] =>
  rows.map(({ seat }) => seat.contest.constituency.name)

beforeAll(async () => {
  definition = await definitionOf(general)
  log = await recordedLog(general)
})

test('[DSK3] there is a row for each constituency, and the last that changed stands first', () => {
  const { rows, counts } = choose(rowsAt(at), plainView)
  expect(rows).toHaveLength(650)
  expect(counts).toMatchObject({ all: 650, declared: 400, gain: 175, hold: 225, undeclared: 250 })
  expect(rows[0]?.changedAt).toBe(at)
  expect(rows[399]?.seat.latest).not.toBeNull()
  expect(rows[400]?.seat.latest).toBeNull()
})

test('[DSK4] search forgives apostrophes and hyphens of whatever kind', () => {
  const found = (text: string): string[] =>
    names(choose(rowsAt('2024-07-06T12:00:00.000Z'), { ...plainView, text }).rows)
  for (const text of ["brendan o'hara", 'brendan o’hara', 'Brendan OHara'])
    expect([text, found(text)]).toEqual([text, ['Argyll, Bute and South Lochaber']])
  for (const text of ['newcastle-upon-tyne wallsend', 'Newcastle upon Tyne Wallsend'])
    expect([text, found(text)]).toEqual([text, ['Newcastle upon Tyne East and Wallsend']])
  expect(found('stoke on trent south')).toEqual(['Stoke-on-Trent South'])
  expect(found('stoke–on–trent south')).toEqual(['Stoke-on-Trent South'])
})

test('[DSK3] what has not declared stands last whichever way a figure is sorted', () => {
  for (const down of [true, false]) {
    const { rows } = choose(rowsAt(at), { ...plainView, sort: 'majority', down })
    const majorities = rows.slice(0, 400).map(({ seat }) => seat.latest?.result.majority.votes)
    expect(majorities).toEqual(majorities.toSorted((a = 0, b = 0) => (down ? b - a : a - b)))
    expect(rows.slice(400).every(({ seat }) => seat.latest === null)).toBe(true)
  }
})

test('[DSK4] search forgives accents and case, and knows who was elected', () => {
  const found = (text: string) => names(choose(rowsAt(at), { ...plainView, text }).rows)
  expect(found('ynys mon')).toEqual(['Ynys Môn'])
  expect(found('FARAGE')).toEqual(['Clacton'])
  expect(found('no such place')).toEqual([])
})

test('[DSK4] filters are joined, and each says how many it would leave', () => {
  const { rows, counts } = choose(rowsAt(at), {
    ...plainView,
    show: 'gain',
    party: 'ld',
    place: 'South West',
  })
  expect(rows.length).toBe(counts.gain)
  for (const { seat } of rows) {
    expect(seat.contest.constituency.region).toBe('South West')
    expect(seat.latest?.result.verdict).toMatchObject({ kind: 'gain', party: 'ld' })
  }
  const scotland = choose(rowsAt(at), { ...plainView, place: 'Scotland' })
  expect(scotland.counts.all).toBe(57)
})

test('[DSK4] a seat is overdue half an hour after it was expected, until it declares', () => {
  const overdue = choose(rowsAt(at), { ...plainView, show: 'overdue' }).rows
  expect(overdue.length).toBeGreaterThan(0)
  for (const { seat, overdue: minutes } of overdue) {
    expect(seat.latest).toBeNull()
    expect(minutes).toBeGreaterThan(30)
  }
})

test('[DSK4] recounts and records are found', async () => {
  const board = emptyBoard(await definitionOf(october), 'live')
  const events = await recordedLog(october)
  const status: StatusEvent = {
    kind: 'status',
    seq: 1,
    night: october,
    mode: 'live',
    at: '2023-10-20T01:00:00.000Z',
    publishedAt: '2023-10-20T01:00:00.000Z',
    hash: '0'.repeat(64),
    constituency: { id: midBedfordshire, name: 'Mid Bedfordshire' },
    status: 'recount',
    expectedAt: null,
    text: null,
    by: 'desk',
  }
  const recounting = choose(rowsOf(fold(board, status), null), { ...plainView, show: 'recount' })
  expect(recounting.rows.map(({ id }) => id)).toEqual([midBedfordshire])
  const records = choose(rowsOf(foldAll(board, events), null), { ...plainView, show: 'record' })
  expect(records.rows.map(({ id }) => id).toSorted()).toEqual(
    [midBedfordshire, tamworth].toSorted(),
  )
})

test('[DSK4] a seat that was called is found by who has won it', async () => {
  const night = await definitionOf(october)
  const first = present((await recordedLog(october)).find(isResult))
  const board = fold(emptyBoard(night, 'live'), saidOf(first).flash(2))
  const { rows } = choose(rowsOf(board, null), { ...plainView, text: 'sarah edwards' })
  expect(names(rows)).toEqual(['Tamworth'])
})
