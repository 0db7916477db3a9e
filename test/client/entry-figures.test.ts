import { declaredAtOf, instantOf, timeIn } from '@night/client/entry/declared-at'
import { draftIn, emptyDraft, isBlank } from '@night/client/entry/draft'
import { countOf, figureIn } from '@night/client/entry/figure'
import { milliseconds } from '@night/shared/time'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grouped } from '@night/shared/figures'

test('[ENT1] a figure may be written with commas or spaces, and is the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (count) => {
      const written = [String(count), grouped(count), grouped(count).replaceAll(',', ' ')]
      expect(written.map((text) => countOf(figureIn(text)))).toEqual([count, count, count])
    }),
  )
  expect(figureIn(' ')).toEqual({ kind: 'empty' })
})

test.each(['11,71', '1,1719', ',719', '11.719', '11,719.0', '-5', '1e3', 'l1719', '1000001'])(
  '[ENT1] “%s” is no whole number, and that is said',
  (text) => {
    expect(figureIn(text)).toEqual({ kind: 'unclear', words: expect.stringContaining(text) })
  },
)

test('[ENT1] a time is London’s, in either form, and the last one that was', () => {
  expect(['02:45', '2.45am', '0245', '2:45 AM'].map(timeIn)).toEqual(Array(4).fill('02:45'))
  expect(['12.05am', '12.05pm', '9.30pm'].map(timeIn)).toEqual(['00:05', '12:05', '21:30'])
  expect(['25:00', '2.60', '13.00pm', '0.30am', 'soon'].map(timeIn)).toEqual(Array(5).fill(null))
  const now = milliseconds('2023-10-20T01:47:30.000Z')
  expect(instantOf('02:45', now)).toBe('2023-10-20T01:45:00.000Z')
  expect(instantOf('02:50', now)).toBe('2023-10-20T01:50:00.000Z')
  expect(instantOf('23:58', now)).toBe('2023-10-19T22:58:00.000Z')
  expect(instantOf('23:58', milliseconds('2023-12-01T00:10:00.000Z'))).toBe(
    '2023-11-30T23:58:00.000Z',
  )
})

test('[ENT2] without a written time it is now, and once sent it stays what it was', () => {
  const now = milliseconds('2023-10-20T01:45:03.120Z')
  const sentAt = '2023-10-20T01:45:00.000Z'
  const at = (time: string, first: string, later = 0) =>
    declaredAtOf({ time, sentAt: first }, { now: now + later, stands: null })
  expect(at('', '')).toBe('2023-10-20T01:45:03.120Z')
  expect(at('', sentAt, 600_000)).toBe(sentAt)
  expect(at('2.41am', sentAt)).toBe('2023-10-20T01:41:00.000Z')
  expect(at('soon', sentAt)).toBeNull()
})

test('[ENT7] a correction has the time of what stands, unless another is written', () => {
  const stands = '2023-10-20T01:45:20.000Z'
  const at = (time: string, now: string) =>
    declaredAtOf({ time, sentAt: now }, { now: milliseconds(now), stands })
  const soon = '2023-10-20T02:26:00.000Z'
  const daysLater = '2023-10-23T11:00:00.000Z'
  expect(['', '2.45am'].map((time) => at(time, soon))).toEqual([stands, stands])
  expect(['2.50am', '23:50'].map((time) => at(time, daysLater))).toEqual([
    '2023-10-20T01:50:00.000Z',
    '2023-10-19T22:50:00.000Z',
  ])
  expect(at('soon', soon)).toBeNull()
})

test('[ENT2] what was kept comes back as it was, and nonsense is no draft', () => {
  const draft = { ...emptyDraft, figures: { 'sarah-edwards': '11,719' }, isRejectedUnread: true }
  expect(draftIn(JSON.stringify(draft))).toEqual(draft)
  expect([null, '{', '[]', '7', '{}'].map(draftIn)).toEqual(Array(5).fill(emptyDraft))
  expect(draftIn('{"figures":{"a":1,"b":"2"},"sending":{"id":"d-1"}}')).toEqual({
    ...emptyDraft,
    figures: { b: '2' },
  })
  expect([isBlank(emptyDraft), isBlank(draft)]).toEqual([true, false])
})
