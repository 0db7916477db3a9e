import { emptyLog, type FollowedLog, hearLog } from '@night/client/followed-log'
import { emptyBoard } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { definitionOf, october, recordedLog } from '../support/night.ts'
import { present } from '../support/present.ts'

let log: readonly NightEvent[]
beforeAll(async () => {
  log = await recordedLog(october)
})

const at = (seq: number): NightEvent => present(log[seq - 1])
const missed = (events: readonly NightEvent[], seq: number) =>
  ({ kind: 'night', message: { night: october, events, seq, hash: at(seq).hash } }) as const
const passed = (seq: number) =>
  ({ kind: 'passed', passed: { upTo: seq, hash: at(seq).hash } }) as const
const event = (seq: number) => ({ kind: 'event', event: at(seq) }) as const
const seqs = ({ events }: FollowedLog): number[] => events.map(({ seq }) => seq)

test('[PKG4] what is passed over moves the place and brings no event', () => {
  const begun = hearLog(emptyLog, missed([at(1)], 1), 0)
  const after = hearLog(hearLog(begun, passed(2), 0), event(3), 0)
  expect([seqs(after), after.seq, after.hash]).toEqual([[1, 3], 3, at(3).hash])
  expect(after.arrived).toEqual([at(3)])
})

test('[PKG4] what was missed may end in what is passed over', () => {
  const after = hearLog(emptyLog, missed([at(1)], 3), 0)
  expect([seqs(after), after.seq, after.hash]).toEqual([[1], 3, at(3).hash])
})

test('[PKG3] at a hole the place stays, and what was missed is asked for', () => {
  const begun = hearLog(emptyLog, missed([at(1)], 1), 0)
  for (const heard of [event(3), passed(3)]) {
    const behind = hearLog(begun, heard, 0)
    expect([behind.seq, behind.isBehind]).toEqual([1, true])
    expect(hearLog(behind, event(2), 0).seq).toBe(1)
    expect(seqs(hearLog(behind, missed([at(2), at(3)], 3), 0))).toEqual([1, 2, 3])
  }
})

test('[PKG3] what came before is dropped, and nothing is asked for', () => {
  const held = hearLog(emptyLog, missed([at(1), at(2)], 2), 0)
  for (const heard of [event(1), event(2), passed(1)])
    expect(hearLog(held, heard, 0)).toEqual({ ...held, arrived: [] })
})

test('[PKG3] however events are repeated and shuffled, each is there once and in order', () => {
  const heard = fc.record({ seq: fc.integer({ min: 1, max: 4 }), isPassed: fc.boolean() })
  fc.assert(
    fc.property(fc.array(heard, { maxLength: 20 }), (all) => {
      const after = all.reduce(
        (so, { seq, isPassed }) => hearLog(so, isPassed ? passed(seq) : event(seq), 0),
        emptyLog,
      )
      const places = seqs(after)
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b))
      expect(after.seq).toBeGreaterThanOrEqual(places.at(-1) ?? 0)
    }),
  )
})

test('[PKG6] a board says that the log is another one: what was heard is void, and all is asked for', async () => {
  const board = emptyBoard(await definitionOf(october), 'replay')
  const held = hearLog(emptyLog, missed([at(1), at(2)], 2), 0)
  const message = { night: october, board, seq: 0, reset: true } as const
  const afresh = hearLog(held, { kind: 'night', message }, 0)
  expect(afresh).toMatchObject({ seq: 0, hash: '', events: [], resets: 1, isBehind: true })
  expect(hearLog(afresh, missed([at(1)], 1), 0)).toMatchObject({ seq: 1, isBehind: false })
})

test('[PKG6] events out of order are not taken as what was missed', () => {
  for (const events of [[at(2), at(1)], [at(1), at(1)], [at(3)]])
    expect(hearLog(emptyLog, missed(events, 2), 0)).toMatchObject({ seq: 0, isBehind: true })
})

test('[PKG2] a refusal stands until the night is heard again', () => {
  const problem = { type: '', title: '', status: 401, code: 'no-token', detail: 'A token.' }
  const refused = hearLog(emptyLog, { kind: 'refused', problem }, 0)
  expect(hearLog(refused, { kind: 'dropped' }, 0)).toMatchObject({ link: 'refused', problem })
  const heard = hearLog(refused, missed([at(1)], 1), 0)
  expect(heard).toMatchObject({ link: 'connected', problem: null })
})
