import { topThatShows, windowOf } from '@night/client/desk/windowing'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const scrolled = fc.record({
  count: fc.nat(2000),
  rowHeight: fc.integer({ min: 20, max: 80 }),
  top: fc.nat(100_000),
  height: fc.integer({ min: 1, max: 3000 }),
})

test('[DSK5] of 650 rows only those in view are drawn, and no row in view is missing', () => {
  fc.assert(
    fc.property(scrolled, (scrolled) => {
      const { first, end, whole, before } = windowOf(scrolled)
      const { count, rowHeight, top, height } = scrolled
      expect(end - first).toBeLessThanOrEqual(Math.ceil(height / rowHeight) + 21)
      expect(whole).toBe(count * rowHeight)
      expect(before).toBe(first * rowHeight)
      const seen = Array.from({ length: count }, (_, row) => row).filter(
        (row) => (row + 1) * rowHeight > top && row * rowHeight < top + height,
      )
      expect(seen.every((row) => row >= first && row < end)).toBe(true)
    }),
  )
})

test('[DSK5] a row that keys move to is scrolled to, no further than needed', () => {
  const scrolled = { count: 650, rowHeight: 34, top: 340, height: 340 }
  expect(topThatShows(12, scrolled)).toBe(340)
  expect(topThatShows(9, scrolled)).toBe(9 * 34)
  expect(topThatShows(20, scrolled)).toBe(21 * 34 - 340)
})
