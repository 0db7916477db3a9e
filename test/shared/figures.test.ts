import {
  decimal,
  fraction,
  grouped,
  minus,
  ordinal,
  percentage,
  printed,
  times,
} from '@night/shared/figures'
import fc from 'fast-check'
import { expect, test } from 'vitest'

test.each([
  [1, 8, '0.1'],
  [1, 4, '0.3'],
  [-1, 4, '−0.3'],
  [-1, 100, '0.0'],
  [239, 10, '23.9'],
  [2385, 100, '23.9'],
])(
  '[WRD4] %i/%i is printed %s: halves go away from zero, and nothing is −0.0',
  (top, bottom, text) => {
    expect(printed(fraction(top, bottom))).toBe(text)
  },
)

test('[WRD4] what is printed is never more than half a tenth from what is so', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e6, max: 1e6 }),
      fc.integer({ min: 1, max: 1e6 }),
      (top, bottom) => {
        const shown = Number(printed(fraction(top, bottom)).replace('−', '-'))
        expect(Math.abs(shown - top / bottom)).toBeLessThanOrEqual(0.05 + 1e-9)
      },
    ),
  )
})

test('[WRD4] a difference of fractions turned round changes its sign and nothing else', () => {
  const votes = fc.integer({ min: 0, max: 100_000 })
  const valid = fc.integer({ min: 1, max: 100_000 })
  fc.assert(
    fc.property(votes, valid, votes, (a, b, c) => {
      const one = minus(fraction(a, b), fraction(c, b))
      const other = minus(fraction(c, b), fraction(a, b))
      expect(printed(times(one, -1))).toBe(printed(other))
    }),
  )
})

test('[WRD4] a number that was kept unrounded is printed by the same rule', () => {
  expect([50.05, 23.887, 0.04, -0.05, 2.25].map(decimal)).toEqual([
    '50.1',
    '23.9',
    '0.0',
    '−0.1',
    '2.3',
  ])
})

test('[WRD5] thousands have a comma, and a share is a percentage with one decimal', () => {
  expect([0, 999, 1000, 11719, 1234567].map(grouped)).toEqual([
    '0',
    '999',
    '1,000',
    '11,719',
    '1,234,567',
  ])
  expect(percentage(25586, 71302)).toBe('35.9')
})

test('[REC8] the ordinal of a seat ends as one says it', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 112].map(ordinal).join(' ')).toBe(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 112th',
  )
})
