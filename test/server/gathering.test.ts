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

const every = (milliseconds: number): number[] =>
  Array.from({ length: 2000 / milliseconds }, (_, place) => place * milliseconds)
const sizes = async (comes: readonly number[], takes: number): Promise<number[]> => {
  const handed = await handedOn(comes, takes)
  expect(handed.flat()).toEqual(comes)
  return handed.map((some) => some.length)
}

test('[FEED15] where handing on takes long, or much comes, more goes together', async () => {
  expect(Math.max(...(await sizes(every(10), 1)))).toBe(2)
  // A hundred a second stay as they are, however long that goes on.
  expect(Math.max(...(await sizes(every(10), 12)))).toBe(2)
  expect((await sizes(every(10), 40)).at(-2)).toBe(4)
  expect((await sizes(every(2.5), 12)).at(-2)).toBe(34)
})

test('[FEED15] nothing waits longer than 100 ms, and what comes one by one for nothing', async () => {
  expect(Math.max(...(await sizes(every(10), 500)))).toBe(10)
  expect(await sizes([0, 100, 200], 70)).toEqual([1, 1, 1])
  // Where the first of them took long to hand on as well.
  expect(await sizes([0, 30, 60], 50)).toEqual([1, 1, 1])
})
