import { type Board, emptyBoard, fold, foldAll } from '@night/shared/board'
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
let opened: NightEvent
let first: ResultEvent
let second: ResultEvent
let closed: NightEvent
let empty: Board
let said: ReturnType<typeof saidOf>

beforeAll(async () => {
  definition = await definitionOf(october)
  const log = await recordedLog(october)
  opened = present(log[0])
  const results = log.filter(isResult)
  first = present(results.find(({ constituency }) => constituency.id === tamworth))
  second = present(results.find(({ constituency }) => constituency.id === midBedfordshire))
  closed = present(log.at(-1))
  empty = emptyBoard(definition, 'recorded')
  said = saidOf(first)
})

const at = (...events: NightEvent[]) => present(foldAll(empty, events).seatsById[tamworth])

test('[LOG7] before anything is said a board has every seat, awaited, and no place in a log', () => {
  const { contests, ...night } = definition
  const unsaid = emptyBoard(definition, 'recorded')
  expect(unsaid).toMatchObject({ seq: 0, hash: '', state: 'open', notes: [] })
  expect(unsaid.night).toEqual({ ...night, mode: 'recorded' })
  const { candidates, ...contest } = present(
    contests.find((one) => one.constituency.id === tamworth),
  )
  expect(Object.keys(unsaid.seatsById)).toEqual(contests.map((one) => one.constituency.id))
  expect(unsaid.seatsById[tamworth]).toEqual({
    contest: { ...contest, nominated: candidates.length },
    latest: null,
    corrects: null,
    firstAt: null,
    records: [],
    flash: null,
    withdrawn: null,
    status: null,
  })
})

test('[LOG7] the opening and the closing change no seat; a board is open until it is closed', () => {
  const begun = fold(empty, opened)
  expect(begun).toEqual({ ...empty, seq: opened.seq, hash: opened.hash })
  const ended = fold(begun, closed)
  expect(ended).toEqual({ ...begun, seq: closed.seq, hash: closed.hash, state: 'closed' })
})

test('[FEED2] folding leaves the board before as it was, and takes an event of no seat of the night for its place only', () => {
  const stranger = { ...said.result(1), constituency: { id: 'E14009999', name: 'Elsewhere' } }
  const before = structuredClone(empty)
  const after = fold(empty, stranger)
  expect(after).toEqual({ ...empty, seq: 1, hash: first.hash })
  fold(empty, said.result(1))
  expect(empty).toEqual(before)
})

test('[STA1] how the count goes is told until there is a result', () => {
  expect(at(said.status(1)).status).toEqual(said.status(1))
  expect(at(said.status(1), said.status(2)).status).toEqual(said.status(2))
  expect(at(said.status(1), said.result(2)).status).toBeNull()
  expect(at(said.result(1), said.status(2))).toEqual(at(said.result(1)))
})

test('[LOG9] a winner without figures stands until there are figures, and never after them', () => {
  expect(at(said.flash(1))).toEqual({ ...at(), flash: said.flash(1) })
  expect(at(said.flash(1), said.result(2))).toEqual(at(said.result(2)))
  expect(at(said.result(1), said.flash(2))).toEqual(at(said.result(1)))
})

test('[LOG9] a result takes the place of what stands only as a later revision', () => {
  expect(at(said.result(1))).toMatchObject({
    latest: said.result(1),
    records: first.records,
    withdrawn: null,
  })
  expect(at(said.result(1, 2), said.result(2, 1)).latest).toEqual(said.result(1, 2))
  expect(at(said.result(1, 2), said.result(2, 2)).latest).toEqual(said.result(1, 2))
  expect(at(said.result(1, 2), said.result(2, 3)).latest).toEqual(said.result(2, 3))
})

test('[LOG4] a correction does not move when a seat was first declared', () => {
  const later = { ...said.result(2, 2), at: '2023-10-20T05:00:00.000Z' }
  expect(at(said.result(1)).firstAt).toBe(first.at)
  expect(at(said.result(1), later)).toMatchObject({ latest: later, firstAt: first.at })
})

test('[WALL17] a correction keeps verdict and majority of what stood before it, and nothing of what was taken back', () => {
  const { verdict, majority } = first.result
  expect(at(said.result(1)).corrects).toBeNull()
  expect(at(said.result(1), said.result(2, 2)).corrects).toEqual({ verdict, majority })
  const again = at(said.result(1), said.withdrawn(2, 1), said.result(3, 2))
  expect(again.corrects).toBeNull()
})

test('[COR2] what is withdrawn takes figures, lines and winner with it, and stays as what was withdrawn', () => {
  const gone = { ...at(), withdrawn: said.withdrawn(2, 1) }
  expect(first.records.length).toBeGreaterThan(0)
  expect(at(said.result(1), said.withdrawn(2, 1))).toEqual(gone)
  expect(at(said.flash(1), said.withdrawn(2, 1))).toEqual(gone)
  expect(at(said.withdrawn(2, 1))).toEqual(gone)
})

test('[LOG9] what was withdrawn comes back as a later revision only, and a withdrawal of an earlier one is late', () => {
  const gone = at(said.result(1), said.withdrawn(2, 1))
  expect(at(said.result(1), said.withdrawn(2, 1), said.result(3))).toEqual(gone)
  const again = at(said.result(1), said.withdrawn(2, 1), said.result(3, 2))
  expect(again).toMatchObject({ latest: said.result(3, 2), withdrawn: null, firstAt: first.at })
  expect(at(said.result(1, 2), said.withdrawn(2, 1))).toEqual(at(said.result(1, 2)))
  expect(at(said.result(1, 2), said.withdrawn(2, 2)).latest).toBeNull()
})

test('[REC7] lines that an event changes elsewhere change in seats that are declared, and in no others', () => {
  const recordChanges = [
    { constituency: tamworth, records: [] },
    { constituency: midBedfordshire, records: first.records },
    { constituency: 'E14009999', records: first.records },
  ]
  const told = foldAll(empty, [
    said.result(1),
    { ...said.withdrawn(2, 1), revision: 1, recordChanges },
  ])
  expect(told.seatsById[midBedfordshire]).toEqual(empty.seatsById[midBedfordshire])
  expect(Object.keys(told.seatsById)).toEqual(Object.keys(empty.seatsById))
  const both = foldAll(empty, [said.result(1), { ...second, seq: 2, recordChanges }])
  expect(both.seatsById[tamworth]).toEqual({ ...at(said.result(1)), records: [] })
  expect(both.seatsById[midBedfordshire]?.records).toEqual(first.records)
})
