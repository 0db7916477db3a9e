import { createGathering } from '@night/server/fan-out/gathering'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What comes at these milliseconds, and when it is handed on where handing on takes so long. */
const handedOn = async (comes: readonly number[], takes: number) => {
  const began = Date.now()
  const handed: { readonly at: number; readonly some: readonly number[] }[] = []
  const gathering = createGathering<null, number>((_, some) => {
    handed.push({ at: Date.now() - began, some })
    vi.setSystemTime(Date.now() + takes)
  }, Date.now)
  for (const at of comes) setTimeout(() => gathering.add('night', null, [at]), at)
  await vi.runAllTimersAsync()
  return handed.map(({ some }) => some)
}

test('[FEED15] the first goes at once, and what follows within 20 ms goes together', async () => {
  expect(await handedOn([0, 5, 19, 45, 90], 0)).toEqual([[0], [5, 19], [45], [90]])
})

test('[FEED15] where handing on takes long, more goes together', async () => {
  const flood = Array.from({ length: 20 }, (_, place) => place * 10)
  const quick = await handedOn(flood, 1)
  const slow = await handedOn(flood, 60)
  expect(quick.flat()).toEqual(flood)
  expect(slow.flat()).toEqual(flood)
  expect(Math.max(...quick.map((some) => some.length))).toBeLessThanOrEqual(2)
  expect(slow.map((some) => some.length)).toEqual([1, 2, 3, 4, 6, 4])
  // Never longer than 100 ms, however long it takes.
  const long = Array.from({ length: 200 }, (_, place) => place * 10)
  const slowest = await handedOn(long, 500)
  expect(slowest.flat()).toEqual(long)
  expect(slowest.map((some) => some.length)).toEqual([1, 2, ...Array(19).fill(10), 7])
  // What comes one by one waits for nothing.
  expect(await handedOn([0, 100, 200], 70)).toEqual([[0], [100], [200]])
})
