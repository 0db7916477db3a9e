import { clockTime, weekday } from '@night/shared/time'
import { expect, test } from 'vitest'

test.each([
  ['2023-10-20T01:45:00.000Z', '2.45am', 'Friday'],
  ['2023-10-19T21:00:00.000Z', '10.00pm', 'Thursday'],
  ['2019-12-13T00:00:00.000Z', '12.00am', 'Friday'],
  ['2019-12-13T12:05:00.000Z', '12.05pm', 'Friday'],
  ['2023-10-29T00:30:00.000Z', '1.30am', 'Sunday'],
  ['2023-10-29T01:30:00.000Z', '1.30am', 'Sunday'],
])('[WRD1] %s is %s on London’s clocks, on a %s', (at, time, day) => {
  expect(clockTime(at)).toBe(time)
  expect(weekday(at)).toBe(day)
})
