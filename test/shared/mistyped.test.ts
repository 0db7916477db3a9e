import { explainedByASlip, withDigitsExchanged, withOneDigit } from '@night/shared/mistyped'
import { expect, test } from 'vitest'
import { madeUpSeat } from '../support/made-up.ts'

/** What is suggested for these votes, of which so many too few or too many were read out. */
const suggested = (votes: Readonly<Record<string, number>>, apart: number, majority?: number) => {
  const { contest, declaration } = madeUpSeat({ con: 1 }, votes)
  const valid = declaration.valid + apart
  return explainedByASlip({ ...declaration, valid, majority: majority ?? null }, contest)
}

test.each([
  [100, -1, null],
  [100, -100, null],
  [0, 7, 7],
  [9, 1, null],
  [109, 10, 119],
  [109, 11, null],
  [500, 0, null],
  [15, -20, null],
])('[CHK3] of %i one digit makes %i more: %s', (figure, difference, wanted) => {
  expect(withOneDigit(figure, difference)).toBe(wanted)
})

test('[CHK3] every figure that one digit would put right is named, the largest first, and the total last', () => {
  expect(suggested({ con: 111, lab: 222, ld: 900 }, 20)).toBe(
    'One wrong digit would explain it: 920 for Candidate of ld instead of 900, or 242 for Candidate of lab instead of 222, or 131 for Candidate of con instead of 111, or one other.',
  )
  expect(suggested({ con: 111, lab: 222, ld: 995 }, 20)).toBe(
    'One wrong digit would explain it: 242 for Candidate of lab instead of 222, or 131 for Candidate of con instead of 111, or 1,328 for the total instead of 1,348.',
  )
})

test('[CHK3] what is not spelt out is counted', () => {
  const votes = { con: 111, lab: 222, ld: 333, green: 444 }
  expect(suggested(votes, 10)).toMatch(/instead of 222, or one of 2 others\.$/)
  expect(suggested({ con: 111, lab: 222, ld: 995 }, 20)).not.toMatch(/other/)
})

test('[CHK3] a majority leaves those that fit it, or all where none does', () => {
  const votes = { con: 111, lab: 222, ld: 900 }
  expect(suggested(votes, 20, 698)).toBe(
    'One wrong digit would explain it: 920 for Candidate of ld instead of 900.',
  )
  expect(suggested(votes, 20, 658)).toBe(
    'One wrong digit would explain it: 242 for Candidate of lab instead of 222.',
  )
  expect(suggested(votes, 20, 678)).toBe(
    'One wrong digit would explain it: 131 for Candidate of con instead of 111, or 1,233 for the total instead of 1,253.',
  )
  expect(suggested(votes, 20, 1)).toMatch(/920 .* 242 .* 131 .* one other/)
})

test('[CHK3] one candidate alone has every vote for a majority, and a stranger is named as typed', () => {
  const { contest, declaration } = madeUpSeat({ con: 1 }, { con: 500 })
  const wrong = { ...declaration, valid: 600, majority: 600 }
  expect(explainedByASlip(wrong, { ...contest, candidates: [] })).toBe(
    'One wrong digit would explain it: 600 for con instead of 500.',
  )
})

test('[CHK3] where no digit would, nothing is suggested, least of all fewer votes than none', () => {
  expect(suggested({ con: 111, lab: 222 }, 44)).toBeNull()
  expect(suggested({ con: 18_000, lab: 17_000, ld: 15 }, -20)).toBeNull()
})

test.each([
  [10_430, -27, 10_403],
  [10_403, 27, 10_430],
  [12, 9, 21],
  [123, 198, null],
  [11, 0, null],
  [5, 0, null],
  [5, 4, null],
  [90, -81, null],
  [1234, 99, null],
])(
  '[CHK3] of %i two neighbouring digits exchanged make %i more: %s',
  (figure, difference, wanted) => {
    expect(withDigitsExchanged(figure, difference)).toBe(wanted)
  },
)

test('[CHK3] two digits in each other’s place are suggested where no single one explains it, or only they fit the majority', () => {
  expect(suggested({ con: 10_430, lab: 11_719 }, -27)).toBe(
    'Two digits in each other’s place would explain it: 10,403 for Candidate of con instead of 10,430.',
  )
  // 90 more: one digit of 4,000, or two of 4,011; the majority that was read out is of the second.
  const votes = { con: 4000, lab: 4011 }
  expect(suggested(votes, 90)).toBe(
    'One wrong digit would explain it: 4,090 for Candidate of con instead of 4,000.',
  )
  expect(suggested(votes, 90, 101)).toBe(
    'Two digits in each other’s place would explain it: 4,101 for Candidate of lab instead of 4,011.',
  )
})
