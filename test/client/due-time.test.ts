import { dueTime } from '@night/client/due-time'
import { milliseconds } from '@night/shared/time'
import { expect, test } from 'vitest'

test('[GEW14] a day stands before a time that is overdue since another day, or far ahead', () => {
  const evening = '2024-07-04T22:29:00.000Z'
  const words = (at: string, now: string) => dueTime(at, milliseconds(now))
  expect(words(evening, '2024-07-04T22:00:00.000Z')).toBe('11.29pm')
  expect(words(evening, '2024-07-04T22:59:00.000Z')).toBe('11.29pm')
  expect(words(evening, '2024-07-04T23:30:00.000Z')).toBe('Thu 11.29pm')
  expect(words(evening, '2024-07-06T10:00:00.000Z')).toBe('Thu 11.29pm')
  expect(words('2024-07-05T00:00:00.000Z', '2024-07-04T22:00:00.000Z')).toBe('1.00am')
  expect(words('2024-07-05T00:00:00.000Z', '2024-07-05T03:40:00.000Z')).toBe('1.00am')
  expect(words('2024-07-05T13:00:00.000Z', '2024-07-04T22:00:00.000Z')).toBe('Fri 2.00pm')
})

test('[GEW14] without the night’s own clock there is no day', () => {
  const at = '2024-07-04T22:29:00.000Z'
  expect(dueTime(at, null)).toBe('11.29pm')
  expect(dueTime(at, milliseconds('2026-03-02T12:00:00.000Z'))).toBe('11.29pm')
})
