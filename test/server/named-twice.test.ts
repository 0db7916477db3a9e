import { namedTwice } from '@night/server/named-twice'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test.each([
  ['{"votes":[{"candidate":"a","votes":1},{"candidate":"b","votes":1}],"valid":2}', null],
  ['{"votes":[{"candidate":"a","votes":1000,"votes":11719}]}', 'votes'],
  ['{"a":{"b":1},"a" :2}', 'a'],
  ['{"a":"\\"a\\":1","b":["a","a"]}', null],
  ['{"a":1,"\\u0061":2}', 'a'],
  ['{"a', null],
  ['}"a":1,"a":2', null],
])('[SEC5] in %s what is named twice is %s', (text, name) => {
  expect(namedTwice(text)).toBe(name)
})

test('[SEC5] no name is called twice where each is there once, however it is written', () => {
  const wrong = fc.check(fc.property(fc.json(), (text) => namedTwice(text) === null)).counterexample
  expect(wrong).toBeNull()
})
