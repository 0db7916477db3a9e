import { canonical, emptyHead, follows, link } from '@night/shared/chain'
import type { NightEvent } from '@night/shared/event'
import { sha256 } from '@night/worker/sha256'
import { beforeAll, expect, test } from 'vitest'
import { october, recordedLog } from '../support/night.ts'
import { present } from '../support/present.ts'

let first: NightEvent
let second: NightEvent

beforeAll(async () => {
  const log = await recordedLog(october)
  first = present(log[0])
  second = present(log[1])
})

test('[LOG3] an event is linked to the head it is given: the next number, and a hash over both', () => {
  const { seq: _seq, hash: _hash, ...unplaced } = second
  expect(link(first, unplaced, sha256)).toEqual(second)
  expect(link(emptyHead, unplaced, (text) => `<${text}>`)).toEqual({
    ...unplaced,
    seq: 1,
    hash: `<${canonical({ ...unplaced, seq: 1 })}>`,
  })
  expect(emptyHead).toEqual({ seq: 0, hash: '' })
})

test('[LOG3] an event follows by its number and by its hash, never by one of them', () => {
  expect(follows(emptyHead, first, sha256)).toBe(true)
  expect(follows(first, second, sha256)).toBe(true)
  expect(follows({ ...first, seq: 2 }, second, sha256)).toBe(false)
  expect(follows({ ...first, seq: 0 }, second, sha256)).toBe(false)
  expect(follows({ ...first, hash: '' }, second, sha256)).toBe(false)
  expect(follows(first, { ...second, hash: first.hash }, sha256)).toBe(false)
})

test.each([
  [null, 'null'],
  [undefined, 'null'],
  [0, '0'],
  ['“a”', '"“a”"'],
  [[], '[]'],
  [{}, '{}'],
  [[undefined, null, 1], '[null,null,1]'],
  [{ b: 1, a: [{ d: 2, c: null }], z: undefined }, '{"a":[{"c":null,"d":2}],"b":1}'],
  [{ a: 1, A: 2, 10: 3, 9: 4 }, '{"10":3,"9":4,"A":2,"a":1}'],
  [{ 'a"b': true }, '{"a\\"b":true}'],
])('[LOG3] %j has one text', (value, text) => {
  expect(canonical(value)).toBe(text)
})
