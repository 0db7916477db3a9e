import { emptyHead, link } from '@night/shared/chain'
import type { ResultEvent } from '@night/shared/event'
import { sha256 } from '@night/worker/sha256'
import { expect, test } from 'vitest'
import { isResult, october, recordedLog } from '../support/night.ts'
import { present } from '../support/present.ts'
import { saidOf } from '../support/said.ts'
import { ownCanonical, ownHash } from './own-chain.ts'
import { standing, totalsAfter, totalsAlong } from './own-fold.ts'

const log = await recordedLog(october)
const first = present(log.find(isResult))
const second = present(log.filter(isResult)[1])
const { result, withdrawn, note } = saidOf(first)
const seat = first.constituency.id

type Row = readonly [party: string, votes: number, elected?: boolean]
/** A result of which only these rows are told. */
const rows = (...told: Row[]): ResultEvent => {
  const [one] = first.result.candidates
  const candidates = told.map(([party, votes, elected = false]) => ({
    ...present(one),
    party,
    votes,
    elected,
  }))
  return { ...first, result: { ...first.result, candidates } }
}
const winnerOf = (...told: Row[]) => [...totalsAfter([rows(...told)]).seats]

test('[FLT5] a seat is its who has most votes, whatever was said of it; of those level, who was elected', () => {
  expect(winnerOf(['con', 1, true], ['lab', 3], ['ld', 2])).toEqual([['lab', 1]])
  expect(winnerOf(['con', 3], ['lab', 3, true], ['ld', 1])).toEqual([['lab', 1]])
  expect(winnerOf(['con', 3], ['lab', 3], ['ld', 1, true])).toEqual([['con', 1]])
  expect(winnerOf()).toEqual([['nobody', 1]])
})

test('[FLT5] votes of a party are one sum over candidates and seats, and so are its seats', () => {
  const one = rows(['con', 3], ['ind', 1], ['ind', 1])
  const other = { ...rows(['con', 4], ['lab', 2]), constituency: second.constituency }
  expect(totalsAfter([one, other])).toEqual({
    seats: new Map([['con', 2]]),
    votes: new Map([
      ['con', 7n],
      ['ind', 2n],
      ['lab', 2n],
    ]),
  })
})

test('[FLT5] what stands is the latest revision; a withdrawal takes its own back, and an earlier one is late', () => {
  const stands = (...events: Parameters<typeof standing>[0]) => standing(events).get(seat)
  expect(stands()).toBeUndefined()
  expect(stands(result(1))).toEqual({ revision: 1, figures: result(1) })
  expect(stands(result(1), result(2))).toEqual({ revision: 1, figures: result(1) })
  expect(stands(result(1, 2), result(2, 1))).toEqual({ revision: 2, figures: result(1, 2) })
  expect(stands(result(1), result(2, 2))).toEqual({ revision: 2, figures: result(2, 2) })
  expect(stands(result(1), withdrawn(2, 1))).toEqual({ revision: 1, figures: null })
  expect(stands(result(1, 2), withdrawn(2, 1))).toEqual({ revision: 2, figures: result(1, 2) })
  expect(stands(result(1), withdrawn(2, 1), result(3, 1))).toEqual({ revision: 1, figures: null })
  expect(stands(note(1))).toBeUndefined()
})

test('[FLT5] the totals along a log are those after each of its events, from before the first', () => {
  const events = [note(1), result(2), result(3), { ...second, seq: 4 }, withdrawn(5, 1), note(6)]
  expect(totalsAlong(events)).toEqual([
    { seats: new Map(), votes: new Map() },
    ...events.map((_, place) => totalsAfter(events.slice(0, place + 1))),
  ])
  expect(totalsAfter(events.slice(0, 5)).seats).toEqual(totalsAfter([second]).seats)
})

test.each([
  [null, 'null'],
  [undefined, 'null'],
  ['a', '"a"'],
  [[1, undefined, [2]], '[1,null,[2]]'],
  [{ b: 1, a: { d: null, c: [] }, z: undefined }, '{"a":{"c":[],"d":null},"b":1}'],
  [{}, '{}'],
])('[FLT1] %j has one text for the checker too', (value, text) => {
  expect(ownCanonical(value)).toBe(text)
})

test('[FLT1] the hash that the checker works out is the log’s own, link by link', () => {
  const { hash: _hash, seq: _seq, ...unplaced } = first
  const head = link(emptyHead, unplaced, sha256)
  expect(ownHash('', head)).toBe(head.hash)
  expect(log.map((event, place) => ownHash(log[place - 1]?.hash ?? '', event))).toEqual(
    log.map(({ hash }) => hash),
  )
  expect(ownHash('', { ...head, hash: 'f'.repeat(64) })).toBe(head.hash)
})
