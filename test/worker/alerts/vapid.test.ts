import { createVapid } from '@night/worker/alerts/vapid'
import { expect, test } from 'vitest'

test('[ALR22] after a clock was put back a push is signed anew, since a day is the most that is taken', () => {
  let now = Date.parse('2023-10-20T01:45:00.000Z')
  const vapid = createVapid((_origin, until) => String(until), { now: () => now })
  vapid('https://push.example')
  now -= 20 * 3_600_000
  const until = Number(vapid('https://push.example'))
  expect(until * 1000 - now).toBeLessThan(24 * 3_600_000)
})
