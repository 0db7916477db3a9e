import { embargo } from '@night/server/embargo'
import { expect, test } from 'vitest'
import { definitionOf, october } from '../support/night.ts'

test('[SEC8] a time of another day is refused with its date, one of today by the clock alone', async () => {
  const definition = await definitionOf(october)
  const open = { id: 'spring', mode: 'live', run: 1, openedAt: '2023-10-19T20:00:00.000Z' } as const
  const at = (now: string, declaredAt: string): string | undefined =>
    embargo({ open, definition }, { now: () => Date.parse(now) }, declaredAt)?.detail
  // After midnight somebody writes the new time with tomorrow's date.
  expect(at('2023-10-19T23:17:00Z', '2023-10-20T23:10:00Z')).toBe(
    '12.10am on 21 October 2023 is still to come: it is 12.17am on 20 October 2023 now.',
  )
  expect(at('2023-10-19T23:17:00Z', '2023-10-20T01:45:00Z')).toBe(
    '2.45am is still to come: it is 12.17am now.',
  )
})
