import { begin, hear, type History, placeOf } from '@night/client/history'
import { emptyBoard, foldAll } from '@night/shared/board'
import { expect, test } from 'vitest'
import { definitionOf, october, recordedLog } from '../support/night.ts'
import { present } from '../support/present.ts'

const log = await recordedLog(october)
const empty = emptyBoard(await definitionOf(october), 'live')
const clock = { now: '2023-10-20T01:00:00.000Z', speed: 1, playing: true } as const

const boardAt = (seq: number) => foldAll(empty, log.slice(0, seq))
const heard = (seq: number) => ({ kind: 'event', event: present(log[seq - 1]) }) as const
/** What is sent as missed: these events, up to this place. */
const missed = (seqs: readonly number[], seq: number) => {
  const events = seqs.map((one) => present(log[one - 1]))
  return { kind: 'night', message: { night: october, events, seq } } as const
}
const holding = (seq: number): History => {
  const message = { night: october, board: boardAt(seq), seq }
  return hear(begin(null, 0), { kind: 'night', message }, 1)
}

test('[WALL1] a page without a board begins with nothing, and asks for everything', () => {
  const history = begin(null, 1000)
  expect(history).toEqual({
    board: null,
    link: 'connecting',
    clock: null,
    heardAt: null,
    problem: null,
    arrived: [],
    wants: 'nothing',
  })
  expect(placeOf(history)).toBeUndefined()
  expect(hear(history, heard(1), 2000)).toEqual({ ...history, heardAt: 2000 })
})

test('[WALL1] a page that brought the board brought the night’s clock with it', () => {
  const history = begin({ board: boardAt(2), clock }, 1000)
  expect(history.clock).toEqual({ ...clock, heardAt: 1000 })
  expect(history).toMatchObject({ link: 'connecting', wants: 'nothing' })
})

test('[WALL2] a clock that is heard is kept with when it was, and nothing else changes', () => {
  const faster = { ...clock, speed: 60 }
  const before = holding(2)
  expect(hear(before, { kind: 'clock', clock: faster }, 3000)).toEqual({
    ...before,
    clock: { ...faster, heardAt: 3000 },
    heardAt: 3000,
  })
})

test('[FEED11] only what came in the last message has just arrived', () => {
  const arrived = (history: History) => history.arrived.map(({ seq }) => seq)
  const one = hear(holding(1), heard(2), 2)
  expect(arrived(one)).toEqual([2])
  expect(arrived(hear(one, heard(3), 3))).toEqual([3])
  expect(arrived(hear(one, heard(2), 3))).toEqual([])
  expect(arrived(hear(one, { kind: 'clock', clock }, 3))).toEqual([])
  expect(arrived(hear(one, { kind: 'dropped' }, 3))).toEqual([])
})

test('[FEED11] the opening and the closing of a night are no statements', () => {
  const whole = hear(holding(0), missed([1, 2, 3, 4], 4), 2)
  expect(whole.board).toEqual(boardAt(4))
  expect(whole.arrived.map(({ kind }) => kind)).toEqual(['declared', 'declared'])
})

test('[FEED11] what a screen has already leaves it with nothing to ask for', () => {
  for (const seq of [1, 2, 3]) expect(hear(holding(3), heard(seq), 2).wants).toBe('nothing')
})

test('[FEED3] a screen that was brought up to date asks for nothing more', () => {
  expect(hear(holding(1), missed([2, 3], 3), 2)).toMatchObject({
    wants: 'nothing',
    link: 'connected',
  })
  expect(hear(holding(3), missed([], 3), 2)).toMatchObject({ wants: 'nothing', board: boardAt(3) })
  expect(hear(holding(3), missed([2, 3], 3), 2)).toMatchObject({
    wants: 'nothing',
    board: boardAt(3),
  })
})

test('[FEED12] a hole anywhere in what was sent as missed leaves the board as it was', () => {
  for (const message of [missed([2, 4], 4), missed([3], 1), missed([3, 4], 4)])
    expect(hear(holding(1), message, 2)).toMatchObject({
      wants: 'everything',
      board: boardAt(1),
      link: 'connected',
      arrived: [],
    })
})

test('[FEED12] a screen that holds nothing is connected all the same, and still holds nothing', () => {
  expect(hear(begin(null, 0), missed([1], 1), 1)).toMatchObject({
    board: null,
    link: 'connected',
    wants: 'everything',
    arrived: [],
  })
})

test('[FEED13] a refusal keeps what was on the screen', () => {
  const problem = { type: 't', title: 'No', status: 404, code: 'no-such-thing', detail: 'None.' }
  const before = holding(2)
  const refused = hear(before, { kind: 'refused', problem }, 5)
  expect(refused).toEqual({ ...before, link: 'refused', problem, heardAt: 5, arrived: [] })
  expect(hear(refused, { kind: 'dropped' }, 6)).toBe(refused)
})
