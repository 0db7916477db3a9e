import { type Board, emptyBoard, fold, foldAll } from '@night/shared/board'
import type { StatusEvent } from '@night/shared/event'
import { battleground } from '@night/shared/tally/battleground'
import { keySeats } from '@night/shared/tally/key-seats'
import { firstNews, lastMinute } from '@night/shared/tally/news'
import { rowsOf } from '@night/client/desk/rows'
import { dueOf, schedule, scheduleOf } from '@night/shared/tally/schedule'
import { declaredIn } from '@night/shared/tally/seats'
import { milliseconds } from '@night/shared/time'
import { expect, test } from 'vitest'
import { definitionOf, recordedLog } from '../support/night.ts'
import { present } from '../support/present.ts'

const night2019 = '2019-12-12-general-election'
const night2024 = '2024-07-04-general-election'
const twenty = '2024-07-05T03:40:59.999Z'

const empty = async (night: string): Promise<Board> =>
  emptyBoard(await definitionOf(night), 'recorded')
const boardOf = async (night: string, until = '9'): Promise<Board> =>
  foldAll(
    await empty(night),
    (await recordedLog(night)).filter(({ at }) => at <= until),
  )

test('[TAL8] targets stand in the order of the swing they need, and say what became of them', async () => {
  const { targets } = battleground(await boardOf(night2024, twenty), {
    from: 'con',
    to: 'lab',
  })
  expect(targets).toHaveLength(372)
  const became = (state: string) => targets.filter((target) => target.state === state).length
  expect([targets.length - became('awaited'), became('taken')]).toEqual([198, 111])
  const needed = targets.map(({ needed: { value } }) => value)
  expect(needed).toEqual(needed.toSorted((a, b) => a - b))
  expect(targets[0]).toMatchObject({ place: 1, needed: { printed: '0.1' }, state: 'taken' })
  const states = new Set(targets.map(({ state }) => state))
  expect(states).toEqual(new Set(['awaited', 'taken', 'held', 'lost']))
})

test('[TAL9] the line of the swing so far divides the list once', async () => {
  const { targets, falling, swing } = battleground(await boardOf(night2024, twenty), {
    from: 'con',
    to: 'lab',
  })
  expect(swing?.points.printed).toBe('10.7')
  expect(targets.findIndex(({ fallsAtSwing }) => !fallsAtSwing)).toBe(falling)
  expect(targets[falling - 1]?.needed.value).toBeLessThanOrEqual(swing?.points.value ?? 0)
})

test('[TAL9] a swing the other way, or none, reaches nobody', async () => {
  const other = battleground(await boardOf(night2019), { from: 'con', to: 'lab' })
  const before = battleground(await empty(night2019), { from: 'con', to: 'lab' })
  expect([other.falling, before.falling, before.swing]).toEqual([0, 0, null])
  expect(before.targets.every(({ state }) => state === 'awaited')).toBe(true)
})

test('[TAL10] a seat that was put off says by how much, and is overdue after half an hour', async () => {
  const before = await empty(night2019)
  const seat = present(schedule(before, null)[0]).seat
  const expected = milliseconds(present(seat.contest.expectedAt))
  const put: StatusEvent = {
    seq: 1,
    night: night2019,
    mode: 'live',
    at: '2019-12-12T23:00:00.000Z',
    publishedAt: '2019-12-12T23:00:00.000Z',
    hash: '0'.repeat(64),
    kind: 'status',
    constituency: { id: seat.contest.constituency.id, name: seat.contest.constituency.name },
    status: 'recount',
    expectedAt: new Date(expected + 70 * 60_000).toISOString(),
    text: null,
    by: 'desk',
  }
  const after = present(fold(before, put).seatsById[seat.contest.constituency.id])
  const at = (minutes: number) => dueOf(after, expected + (70 + minutes) * 60_000)
  expect(at(0)).toMatchObject({ moved: 70, late: 0, overdue: null, isRecount: true })
  expect(at(30)).toMatchObject({ late: 30, overdue: null })
  expect(at(31)).toMatchObject({ late: 31, overdue: 31 })
  expect(dueOf(seat, null)).toMatchObject({ moved: 0, overdue: null, isRecount: false })
})

test('[TAL10] a night that is rehearsed years after has a schedule, and nobody is late', async () => {
  const board = await boardOf(night2024, twenty)
  const rehearsed = scheduleOf(board, milliseconds('2026-11-27T20:00:00.000Z'))
  expect(rehearsed).toEqual(scheduleOf(board, null))
  const on = (day: string) => rowsOf(board, milliseconds(`${day}T20:00:00.000Z`))
  const overdue = (day: string) => on(day).filter(({ overdue: minutes }) => minutes !== null).length
  expect([overdue('2024-07-06'), overdue('2026-11-27')]).toEqual([158, 0])
})

test('[TAL11] every awaited seat stands in one of four heaps', async () => {
  const board = await boardOf(night2024, twenty)
  const now = milliseconds('2024-07-05T03:40:00.000Z')
  const { next, anyMinute, overdue, unknown } = scheduleOf(board, now)
  expect([next, anyMinute, overdue, unknown].map(({ length }) => length)).toEqual([50, 26, 82, 92])
  expect(next.every(({ expectedAt }) => milliseconds(expectedAt ?? '') >= now)).toBe(true)
  expect(scheduleOf(board, null).overdue).toEqual([])
})

test('[TAL12] of twelve in one minute the gain comes first, then records, then the closest', async () => {
  const minute = lastMinute(await boardOf(night2019, '2019-12-13T03:40:59.999Z'))
  expect(minute).toHaveLength(12)
  expect(minute[0]?.contest.constituency.name).toBe('Wakefield')
  expect(minute.slice(1).every(({ latest }) => latest.result.verdict.kind === 'hold')).toBe(true)
  const shares = minute.slice(1).map(({ latest }) => latest.result.majority.share)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
})

test('[TAL12] a later minute comes before a greater news of an earlier one', async () => {
  const [first, second] = firstNews(await boardOf(night2024), 650)
  expect(first?.contest.constituency.name).toBe('Inverness, Skye and West Ross-shire')
  expect(milliseconds(second?.latest.at ?? '')).toBeLessThan(milliseconds(first?.latest.at ?? ''))
})

test('[TAL12] the first news are the first of all, however many', async () => {
  const board = await boardOf(night2019, '2019-12-13T03:40:59.999Z')
  const all = firstNews(board, 650)
  expect(new Set(all).size).toBe(declaredIn(board).length)
  for (const count of [0, 1, 4, 30, all.length, 999]) {
    expect(firstNews(board, count)).toEqual(all.slice(0, count))
  }
})

test('[TAL14] seats to watch say why, from what is known beforehand', async () => {
  const whys = keySeats(await empty(night2024)).map(
    ({ seat, why }) => `${seat.contest.constituency.name}: ${why}`,
  )
  expect(whys.slice(0, 4)).toEqual([
    'Chorley: The Speaker’s seat',
    'Brighton Pavilion: The only seat of the Greens',
    'North Down: The only seat of Alliance',
    'Warrington South: Labour by 65 votes last time',
  ])
  const long = keySeats(await empty(night2019)).filter(({ why }) => why.includes('since'))
  expect(long.every(({ why }) => Number(/since (\d+)/.exec(why)?.[1]) < 1925)).toBe(true)
  expect(long.map(({ why }) => why)).toContain('The Conservatives since 1918 at least')
})
