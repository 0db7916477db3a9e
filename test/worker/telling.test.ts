import type { Fault } from '@night/shared/last-fault'
import { createTelling } from '@night/worker/telling'
import { onTestFinished, expect, test, vi } from 'vitest'

const took = { queue: 0.001, decide: 0.002, append: 0.003 }

/** A worker that could tell every three seconds, with what Redis was sent; `isAway` is Redis. */
const openTelling = () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const seen = { fault: null as Fault | null, isAway: false, sent: [] as (string | number)[][] }
  const telling = createTelling({
    redis: {
      eval: async (_script, _keys, ...rest) => {
        if (seen.isAway) throw new Error('Redis is away')
        seen.sent.push(rest)
      },
    },
    lastFault: () => seen.fault,
    log: { warn: () => undefined },
  })
  return { telling, seen, pass: (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000) }
}

test('[OBS3] a worker writes nothing while nothing is new, and all that is new in one write', async () => {
  const { telling, seen, pass } = openTelling()
  await pass(60)
  expect(seen.sent).toEqual([])
  telling.took(took)
  telling.took(took)
  expect(seen.sent).toEqual([])
  await pass(60)
  const row = JSON.stringify(took)
  expect(seen.sent).toEqual([['{house}:took', '{house}:worker-fault', 999, '', row, row]])
  await telling.close()
})

test('[OBS6] an error is told once; while Redis is away it waits, with the last thousand of what was taken', async () => {
  const { telling, seen, pass } = openTelling()
  seen.fault = { at: '2023-10-20T01:45:00.000Z', words: 'job failed', night: null }
  seen.isAway = true
  for (let index = 0; index < 1500; index += 1) telling.took(took)
  await pass(30)
  telling.took(took)
  seen.isAway = false
  await pass(30)
  expect(seen.sent.map((values) => [values[3], values.length])).toEqual([
    [JSON.stringify(seen.fault), 4 + 1000],
  ])
  await telling.close()
})
