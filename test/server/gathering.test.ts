import { createGathering } from '@night/server/fan-out/gathering'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What comes at these milliseconds, as it is handed on where that takes so long; what comes meanwhile is read together. */
const handedOn = async (comes: readonly number[], takes: number) => {
  const began = Date.now()
  const handed: (readonly number[])[] = []
  const gathering = createGathering<null, number>((_, some) => {
    handed.push(some)
    vi.setSystemTime(Date.now() + takes)
  }, Date.now)
  const unread = [...comes]
  const read = (): void => {
    const count = unread.filter((at) => at <= Date.now() - began).length
    if (count > 0) gathering.add('night', null, unread.splice(0, count))
    const [next] = unread
    if (next !== undefined) setTimeout(read, Math.max(0, began + next - Date.now()))
  }
  read()
  await vi.runAllTimersAsync()
  return handed
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
  expect(Math.max(...(await sizes(every(10), 1)))).toBe(3)
  // A hundred a second stay as they are, however long that goes on.
  expect(Math.max(...(await sizes(every(10), 12)))).toBe(4)
  expect((await sizes(every(10), 40)).at(-2)).toBe(12)
  expect((await sizes(every(2.5), 12)).at(-2)).toBe(43)
})

test('[FEED15] nothing waits longer than 100 ms more, and what comes one by one for nothing', async () => {
  // As many as come while one is handed on for 500 ms, and in 100 ms after.
  expect(Math.max(...(await sizes(every(10), 500)))).toBe(60)
  expect(await sizes([0, 100, 200], 70)).toEqual([1, 1, 1])
  // Nor where handing on takes nearly as long as it is to the next: the pause is over by then.
  expect(await sizes(every(100), 95)).toEqual(every(100).map(() => 1))
})
