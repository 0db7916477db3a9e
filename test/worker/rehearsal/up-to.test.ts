import { readUpTo } from '@night/worker/rehearsal/up-to'
import { expect, test } from 'vitest'
import { october, recordedLog } from '../../support/night.ts'

/** A house that reads one event more each time it is asked, up to so many, on a clock that pauses move. */
const openHouse = async (most: number) => {
  const log = await recordedLog(october)
  let now = 0
  let asked = 0
  return {
    read: async () => log.slice(0, Math.min(most, (asked += 1))),
    clock: { now: () => now },
    sleep: async (milliseconds: number) => void (now += milliseconds),
  }
}

test('[RHS4] what was published is scored when the house has read it, and not before', async () => {
  expect((await readUpTo(3, await openHouse(4))).map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(await readUpTo(0, await openHouse(4))).toHaveLength(1)
})

test('[RHS4] a house that does not read its log is no ground for a score, and that is said', async () => {
  await expect(readUpTo(3, await openHouse(2))).rejects.toThrow(
    'The house has read its log up to event 2 of 3 only.',
  )
})
