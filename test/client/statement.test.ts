import { begin, hear } from '@night/client/history'
import { phaseOf, spokenWords } from '@night/client/night-words'
import { countMark } from '@night/client/seat-words'
import { lastSaid, statementOf } from '@night/client/statement'
import { type Board, emptyBoard, fold, foldAll } from '@night/shared/board'
import type { FlashEvent, NightEvent, StatusEvent, WithdrawnEvent } from '@night/shared/event'
import { beforeAll, expect, test } from 'vitest'
import { definitionOf, october, recordedLog, tamworth } from '../support/night.ts'

let log: readonly NightEvent[]
let empty: Board

beforeAll(async () => {
  log = await recordedLog(october)
  empty = emptyBoard(await definitionOf(october), 'live')
})

const head = (seq: number) => ({
  seq,
  hash: String(seq),
  night: october,
  mode: 'live' as const,
  at: '2023-10-20T01:44:00.000Z',
  publishedAt: '2023-10-20T01:44:00.000Z',
  constituency: { id: tamworth, name: 'Tamworth' },
  by: 'desk',
})
const flash = (seq: number): FlashEvent => ({
  ...head(seq),
  kind: 'flash',
  winner: { candidate: 'sarah-edwards', name: 'Sarah Edwards', party: 'lab' },
  verdict: { kind: 'gain', from: 'con' },
  words: { time: '2.44am', line: '2.44am Tamworth: LAB GAIN from CON, figures to follow' },
})
const withdrawn = (seq: number): WithdrawnEvent => ({
  ...head(seq),
  kind: 'withdrawn',
  revision: 1,
  replaces: 2,
  reason: 'The figures were those of another count',
  consequences: [],
  recordChanges: [],
})
const status = (seq: number, kind: StatusEvent['status']): StatusEvent => ({
  ...head(seq),
  kind: 'status',
  status: kind,
  expectedAt: null,
  text: null,
})
const seatOf = (board: Board) => {
  const seat = board.seatsById[tamworth]
  if (!seat) throw new Error('Tamworth is of this night')
  return seat
}

test('[WALL15] a winner without figures is shown at once, and is nobody’s declared seat yet', () => {
  const board = fold(foldAll(empty, log.slice(0, 1)), flash(2))
  expect(lastSaid(board)?.statement.kind).toBe('flash')
  expect(phaseOf(board)).toBe('counting')
  const history = hear(
    begin(
      { board: foldAll(empty, log.slice(0, 1)), clock: { now: '', speed: 1, playing: true } },
      0,
    ),
    { kind: 'event', event: flash(2) },
    1,
  )
  expect(history.arrived.map(({ kind }) => kind)).toEqual(['flash'])
  expect(spokenWords(history.arrived)).toMatch(/figures to follow\.$/)
})

test('[WALL16] a result that was withdrawn is shown as withdrawn, and is said as a correction', () => {
  const board = fold(foldAll(empty, log.slice(0, 2)), withdrawn(3))
  expect(statementOf(seatOf(board))?.kind).toBe('withdrawn')
  expect(countMark(seatOf(board))).toBe('WITHDRAWN')
  expect(spokenWords([withdrawn(3)])).toBe('CORRECTION: the result of Tamworth does not stand.')
  expect(spokenWords([{ ...withdrawn(3), revision: 0 }])).toBe(
    'CORRECTION: the winner of Tamworth does not stand.',
  )
})

test('[WALL6] the strap is the seat of which something was said last, in the order of the log', () => {
  const board = foldAll(empty, log)
  const last = log.findLast((event) => event.kind === 'declared')
  expect(lastSaid(board)?.statement.seq).toBe(last?.seq)
  expect(lastSaid(empty)).toBeNull()
})

test('[WALL7] an awaited seat says how its count goes', () => {
  expect(countMark(seatOf(empty))).toBe('AWAITED')
  expect(countMark(seatOf(fold(empty, status(1, 'recount'))))).toBe('RECOUNT')
  expect(countMark(seatOf(fold(empty, status(1, 'imminent'))))).toBe('IMMINENT')
})
