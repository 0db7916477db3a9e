import { begin, hear, type History, placeOf } from '@night/client/history'
import { emptyBoard, foldAll } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { definitionOf, october, recordedLog } from '../support/night.ts'

let log: readonly NightEvent[]
let empty: ReturnType<typeof emptyBoard>
const clock = { now: '2023-10-20T01:00:00.000Z', speed: 1, playing: true } as const

beforeAll(async () => {
  log = await recordedLog(october)
  empty = emptyBoard(await definitionOf(october), 'replay')
})

const boardAt = (seq: number) => foldAll(empty, log.slice(0, seq))
const event = (seq: number): NightEvent => {
  const found = log[seq - 1]
  if (!found) throw new Error(`there is no event ${seq}`)
  return found
}
const holding = (seq: number): History =>
  hear(begin(null, 0), { kind: 'night', message: { night: october, board: boardAt(seq), seq } }, 1)
const hearEvents = (history: History, seqs: readonly number[]): History =>
  seqs.reduce((so, seq) => hear(so, { kind: 'event', event: event(seq) }, seq), history)
const missed = (events: readonly NightEvent[], seq: number) =>
  ({ kind: 'night', message: { night: october, events, seq } }) as const

test('[FEED11] events that come one after the other are folded each once', () => {
  const history = hearEvents(holding(1), [2, 3])
  expect(history.board).toEqual(boardAt(3))
  expect(history.wants).toBe('nothing')
})

test('[FEED11] an event that came before is dropped, whenever it comes again', () => {
  const before = holding(3)
  const after = hearEvents(before, [2, 3, 1])
  expect(after.board).toBe(before.board)
  expect(after.arrived).toEqual([])
})

test('[FEED11] a hole is never folded over: the screen keeps what it has and asks for what it missed', () => {
  const history = hearEvents(holding(1), [3])
  expect(history.board?.seq).toBe(1)
  expect(history.wants).toBe('what-was-missed')
  expect(placeOf(history)).toEqual({ seq: 1, hash: event(1).hash })
  expect(hearEvents(history, [2]).board?.seq).toBe(1)
})

test('[FEED11] however events are repeated and shuffled, the board is the log up to some place', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: log.length }), { maxLength: 20 }), (seqs) => {
      const { board } = hearEvents(holding(1), seqs)
      expect(board).toEqual(boardAt(board?.seq ?? 0))
    }),
  )
})

test('[FEED3] a screen that comes back names its place and is brought up to date by what it missed', () => {
  const dropped = hear(holding(1), { kind: 'dropped' }, 5)
  expect(dropped.link).toBe('lost')
  expect(placeOf(dropped)).toEqual({ seq: 1, hash: event(1).hash })
  const back = hear(dropped, missed(log.slice(1, 3), 3), 6)
  expect(back.link).toBe('connected')
  expect(back.board).toEqual(boardAt(3))
  expect(back.arrived.map(({ seq }) => seq)).toEqual([2, 3])
})

test('[FEED12] when what was sent as missed has a hole, the screen asks for the whole board', () => {
  for (const message of [missed([event(3)], 3), missed([event(2)], 3), missed([], 2)]) {
    const history = hear(holding(1), message, 6)
    expect(history.wants).toBe('everything')
    expect(placeOf(history)).toBeUndefined()
  }
})

test('[FEED12] a screen that holds nothing and is sent only events asks for the whole board', () => {
  const history = hear(begin(null, 0), missed([event(1)], 1), 1)
  expect(history.wants).toBe('everything')
})

test('[FEED4] a reset replaces the board, and nothing in it counts as having just arrived', () => {
  const reset = { night: october, board: boardAt(1), seq: 1, reset: true } as const
  const history = hear(holding(3), { kind: 'night', message: reset }, 9)
  expect(history.board).toEqual(boardAt(1))
  expect(history.arrived).toEqual([])
  expect(history.wants).toBe('nothing')
})

test('[WALL1] a page that brought the board connects with its place', () => {
  const history = begin({ board: boardAt(2), clock }, 1000)
  expect(placeOf(history)).toEqual({ seq: 2, hash: event(2).hash })
  expect(history.heardAt).toBe(1000)
  expect(history.arrived).toEqual([])
})

test('[FEED13] a refusal stays in words until the night is heard again', () => {
  const problem = { type: 't', title: 'No', status: 404, code: 'no-such-thing', detail: 'None.' }
  const refused = hear(begin(null, 0), { kind: 'refused', problem }, 1)
  const closed = hear(refused, { kind: 'dropped' }, 2)
  expect(closed).toMatchObject({ link: 'refused', problem: { detail: 'None.' } })
  const back = hear(closed, { kind: 'night', message: { night: october, board: empty, seq: 0 } }, 3)
  expect(back).toMatchObject({ link: 'connected', problem: null })
})
