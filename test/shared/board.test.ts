import { emptyBoard, fold, foldAll } from '@night/shared/board'
import { declaredSeats } from '@night/shared/declared'
import { canonical, emptyHead, follows, type Head, link } from '@night/shared/chain'
import type { NightEvent } from '@night/shared/event'
import { sha256 } from '@night/worker/sha256'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { definitionOf, october, recordedLog, tamworth } from '../support/night.ts'

let log: readonly NightEvent[]
let empty: ReturnType<typeof emptyBoard>

beforeAll(async () => {
  log = await recordedLog(october)
  empty = emptyBoard(await definitionOf(october), 'recorded')
})

test('[FEED2] an event that a board has already changes nothing, whenever it comes again', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3), { maxLength: 12 }), (again) => {
      const board = foldAll(empty, log)
      expect(again.reduce((kept, place) => fold(kept, log[place] ?? never()), board)).toBe(board)
    }),
  )
})

test('[FEED2] in whatever order distinct seats declare, the board shows the same results', () => {
  const [opened, first, second] = log
  if (!opened || !first || !second) return never()
  const inOrder = foldAll(empty, [opened, first, second])
  const turned = foldAll(empty, [opened, { ...second, seq: 2 }, { ...first, seq: 3 }])
  const results = (board: typeof inOrder) =>
    Object.values(board.seatsById).map(({ latest }) => [latest?.constituency.name, latest?.result])
  expect(results(turned)).toEqual(results(inOrder))
})

test('[FEED2] an earlier revision that comes late does not take the place of a later one', () => {
  const tamworthFirst = log.find((event) => event.kind === 'declared')
  if (tamworthFirst?.kind !== 'declared') return never()
  const corrected: NightEvent = {
    ...tamworthFirst,
    kind: 'corrected',
    seq: 3,
    revision: 2,
    replaces: 2,
    reason: 'a slip',
    consequences: [],
  }
  const late = { ...tamworthFirst, seq: 4 }
  const board = foldAll(empty, [log[0] ?? never(), tamworthFirst, corrected, late])
  expect(board.seatsById[tamworth]?.latest?.revision).toBe(2)
  expect(board.seq).toBe(4)
  expect(declaredSeats(board)).toHaveLength(1)
})

test('[LOG3] the hash chain tells an event that was altered, left out, put in or swapped', () => {
  const chained = (events: readonly NightEvent[]) => {
    let head: Head = emptyHead
    return events.every((event) => {
      const isNext = follows(head, event, sha256)
      head = event
      return isNext
    })
  }
  const [a, b, c, d] = log
  if (!a || !b || !c || !d) return never()
  expect(chained(log)).toBe(true)
  expect(chained([a, c, d])).toBe(false)
  expect(chained([a, b, b, c])).toBe(false)
  expect(chained([b, a, c, d])).toBe(false)
  expect(chained([a, { ...b, at: '2023-10-20T01:46:00.000Z' }, c, d])).toBe(false)
  const { seq: _seq, hash: _hash, ...altered } = b
  expect(chained([a, link(a, { ...altered, at: '2023-10-20T01:46:00.000Z' }, sha256), c, d])).toBe(
    false,
  )
})

test('[LOG3] equal values are equal texts, however their keys are ordered', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed())
      expect(canonical(turned)).toBe(canonical(value))
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

const never = (): never => {
  throw new Error('the recorded night is not what it was')
}
