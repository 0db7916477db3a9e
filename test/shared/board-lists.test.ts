import { type Board, emptyBoard, expectedAt, fold, foldAll } from '@night/shared/board'
import { awaitedSeats, declaredSeats } from '@night/shared/declared'
import type { NightEvent, ResultEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
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

let definition: NightDefinition
let first: ResultEvent
let second: ResultEvent
let empty: Board
let said: ReturnType<typeof saidOf>

beforeAll(async () => {
  definition = await definitionOf(october)
  const log = await recordedLog(october)
  const results = log.filter(isResult)
  first = present(results.find(({ constituency }) => constituency.id === tamworth))
  second = present(results.find(({ constituency }) => constituency.id === midBedfordshire))
  empty = emptyBoard(definition, 'recorded')
  said = saidOf(first)
})

const at = (...events: NightEvent[]) => present(foldAll(empty, events).seatsById[tamworth])

test('[STA1 TAL10] a seat is expected when it was last said to be, else when it was before the night', () => {
  const when = '2023-10-20T03:00:00.000Z'
  const contest = { ...at().contest, expectedAt: '2023-10-20T02:00:00.000Z' }
  expect(expectedAt({ ...at(said.status(1, when)), contest })).toBe(when)
  expect(expectedAt({ ...at(said.status(1)), contest })).toBe(contest.expectedAt)
  expect(expectedAt({ ...at(), contest })).toBe(contest.expectedAt)
  const declared = [said.result(1), said.withdrawn(2, 1)]
  expect(expectedAt({ ...at(...declared), contest })).toBeNull()
  expect(expectedAt({ ...at(...declared, said.status(3, when)), contest })).toBe(when)
  expect(expectedAt({ ...at(said.flash(1), said.withdrawn(2, 0)), contest })).toBe(
    contest.expectedAt,
  )
  const { expectedAt: _expectedAt, ...unknown } = contest
  expect(expectedAt({ ...at(), contest: unknown })).toBeNull()
})

test('[STA1] a time that was told stands until another is told, whatever is said of the count meanwhile', () => {
  const [moved, later] = ['2023-10-20T04:00:00.000Z', '2023-10-20T05:00:00.000Z']
  const recount = at(said.status(1, moved), said.status(2), said.status(3))
  expect(expectedAt(recount)).toBe(moved)
  expect(recount.status).toEqual({ ...said.status(3), expectedAt: moved })
  expect(expectedAt(at(said.status(1, moved), said.status(2), said.status(3, later)))).toBe(later)
  expect(expectedAt(at(said.status(1, moved), said.flash(2), said.status(3)))).toBe(moved)
})

test('[STA1] awaited seats stand by when they are expected, those of which nothing is known last', () => {
  const contests = ['c', 'b', 'd', 'a'].map((id) => {
    const { expectedAt: _expectedAt, ...contest } = present(definition.contests[0])
    return { ...contest, constituency: { ...contest.constituency, id } }
  })
  const of = (id: string, seq: number, when: string) => ({
    ...said.status(seq, when),
    constituency: { id, name: id },
  })
  const told = [of('a', 1, '2023-10-20T03:00:00.000Z'), of('b', 2, '2023-10-20T02:00:00.000Z')]
  const declared = { ...said.result(3), constituency: { id: 'd', name: 'd' } }
  const board = foldAll(emptyBoard({ ...definition, contests }, 'live'), [...told, declared])
  const ids = awaitedSeats(board).map(({ contest }) => contest.constituency.id)
  expect(ids).toEqual(['b', 'a', 'c'])
})

test('[STA2] of notes a board keeps the fifty latest, the last first, of the night or of a seat', () => {
  const notes = Array.from({ length: 52 }, (_, place) => said.note(place + 1))
  const kept = foldAll(empty, notes).notes
  expect(kept).toEqual(notes.toReversed().slice(0, 50))
  expect(foldAll(empty, notes).seatsById).toEqual(empty.seatsById)
})

test('[FEED2] an event that comes again beside a new one is not taken twice', () => {
  const before = foldAll(empty, [said.note(1), said.note(2)])
  const after = foldAll(before, [said.note(1), said.note(2), said.note(3)])
  expect(after.notes.map(({ seq }) => seq)).toEqual([3, 2, 1])
  expect(fold(before, said.note(2))).toBe(before)
})

test('[FEED2] declared seats stand by time, the last first, and of one minute the last in the log', () => {
  const places = (...events: NightEvent[]) =>
    declaredSeats(foldAll(empty, events)).map(({ latest }) => latest.seq)
  const late = { ...second, at: '2023-10-20T05:00:00.000Z' }
  expect(places()).toEqual([])
  expect(places(said.flash(1), said.status(2))).toEqual([])
  expect(places({ ...late, seq: 1 }, said.result(2))).toEqual([1, 2])
  expect(places(said.result(1), { ...late, seq: 2 })).toEqual([2, 1])
  expect(places(said.result(1), { ...second, at: first.at, seq: 2 })).toEqual([2, 1])
  expect(places({ ...second, at: first.at, seq: 1 }, said.result(2))).toEqual([2, 1])
})

test('[FEED2] declared seats are worked out once for a board', () => {
  const board = foldAll(empty, [said.result(1)])
  expect(declaredSeats(board)).toBe(declaredSeats(board))
  expect(declaredSeats(fold(board, { ...second, seq: 2 }))).toHaveLength(2)
})
