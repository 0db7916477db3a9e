import { axisOf, hoursOf, placeOf, quietAt, timeAsked, timeOf } from '@night/client/replay/axis'
import { chaptersOf } from '@night/client/replay/chapters'
import { densityOf } from '@night/client/replay/density'
import { placedFlags } from '@night/client/replay/flag-places'
import { type Tape, tapeAsKnown } from '@night/client/replay/tape'
import { clockTime, milliseconds } from '@night/shared/time'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { definitionOf, recordedLog } from '../support/night.ts'

const night = '2024-07-04-general-election'
const minute = 60_000
let tape: Tape
beforeAll(async () => {
  const { pollsClose } = await definitionOf(night)
  tape = tapeAsKnown({ events: await recordedLog(night), pollsClose })
})
const axis = () =>
  axisOf(
    tape.entries.map(({ time }) => time),
    tape,
  )

test('[RPY6] quiet hours are drawn narrower: a night of 44 hours takes the place of 12', () => {
  const { quiets, length, start, end } = axis()
  expect((end - start) / 3_600_000).toBeCloseTo(44, 0)
  expect(length / 3600).toBeLessThan(12)
  const longest = quiets.at(-1)
  expect(longest && (longest.to - longest.from) / minute).toBe(1490)
  expect(longest && longest.width / 60).toBeLessThan(50)
  expect(quietAt(axis(), milliseconds('2024-07-04T22:00:00Z'))?.width).toBeLessThan(77 * 60)
  expect(quietAt(axis(), milliseconds('2024-07-05T03:40:00Z'))).toBe(undefined)
})

test('[RPY6] every place of the line is a time and back, and later is further', () => {
  const line = axis()
  const times = fc.integer({ min: line.start, max: line.end })
  fc.assert(
    fc.property(times, times, (one, other) => {
      expect(timeOf(line, placeOf(line, one))).toBeCloseTo(one, -1)
      expect(placeOf(line, one) <= placeOf(line, other)).toBe(one <= other)
    }),
  )
  expect([placeOf(line, line.start), placeOf(line, line.end)]).toEqual([
    0,
    expect.closeTo(line.length, 5),
  ])
})

test('[RPY6] the least move of the slider, as a key or a screen reader makes it, is a minute; its end is the night’s', () => {
  const line = axis()
  const times = fc.integer({ min: line.start, max: line.end - minute })
  fc.assert(
    fc.property(times, (stands) => {
      const value = Math.round(placeOf(line, stands))
      expect(timeAsked(line, value, stands)).toBe(stands)
      expect(timeAsked(line, value + 1, stands)).toBeGreaterThanOrEqual(stands + minute)
      expect(timeAsked(line, value - 1, stands)).toBeLessThanOrEqual(
        Math.max(line.start, stands - minute),
      )
    }),
  )
  expect(timeAsked(line, Math.ceil(line.length), line.start)).toBe(line.end)
})

test('[RPY6] the slider asks for no time outside the night, wherever it stands', () => {
  const { start } = axis()
  const line = axisOf([], { start, end: start + 2 * minute })
  expect(timeAsked(line, 0, start + 20_000)).toBe(start)
  expect(timeAsked(line, 91, start + 90_000)).toBe(line.end)
})

test('[RPY6] the line shows how much declared when, and which of it were gains', () => {
  const { bars, gains, corrections } = densityOf(tape, axis())
  const count = (path: string): number => path.split('M').length - 1
  expect(count(bars)).toBeGreaterThan(80)
  expect(count(gains)).toBeGreaterThan(60)
  expect(count(gains)).toBeLessThan(count(bars))
  expect(corrections).toBe('')
})

test('[RPY6] the line names its hours, but for those of quiet hours', () => {
  const told = hoursOf(axis()).map((time) => clockTime(time))
  expect(told.slice(0, 4)).toEqual(['1.00am', '2.00am', '3.00am', '4.00am'])
  expect(told.length).toBeLessThan(14)
})

test('[RPY6] what matters most on the line has its name, and no two names meet', async () => {
  const flags = placedFlags(chaptersOf(tape, await definitionOf(night), true), axis())
  const named = flags.filter(({ isNamed }) => isNamed).map(({ chapter }) => chapter.short)
  for (const name of ['First', 'Gain', 'Swing', 'Lab 326', 'Last']) expect(named).toContain(name)
  const crowd = Array.from({ length: 3 }, (_, weight) => {
    const [first] = flags
    return first ? [{ ...first.chapter, short: String(weight), weight }] : []
  }).flat()
  expect(placedFlags(crowd, axis()).map(({ isNamed }) => isNamed)).toEqual([false, false, true])
})
