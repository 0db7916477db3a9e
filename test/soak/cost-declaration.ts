import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../support/until.ts'
import { type Cost, createMeter, shows } from './cost.ts'
import { end, type House, lastSeq, open, replayFrom } from './cost-house.ts'

const from = '2024-07-05T02:00:00.000Z'
const steps = 40
/** Milliseconds after which a step has brought all that it brings. */
const quiet = 250

/** Where the log ends after each step, as a replay says that nobody watches: each brings one minute's declarations. */
export const endsOfSteps = async (house: House): Promise<number[]> => {
  const { id, night } = await replayFrom(house, from)
  const ends = [await restingAt(house, night, 1)]
  while (ends.length <= steps) {
    await house.call('POST', `/api/replays/${id}/step`)
    ends.push(await restingAt(house, night, (ends.at(-1) ?? 0) + 1))
  }
  await end(house, id)
  return ends
}

const restingAt = async (house: House, night: string, least: number): Promise<number> =>
  until('the log rests', async () => {
    const seq = await lastSeq(house, night)
    if (seq < least) return false
    await sleep(quiet)
    return (await lastSeq(house, night)) === seq && seq
  })

/** Step by step from 3am on: steps that brought one declaration, and steps that brought several. */
export const ofDeclarations = async (house: House, screen: string, ends: readonly number[]) => {
  const { id, night } = await replayFrom(house, from)
  await restingAt(house, night, ends[0] ?? 0)
  await open(house, screen, night)
  const measure = await createMeter(house.page)
  const [single, together]: [Cost[], Cost[]] = [[], []]
  for (const [place, last] of ends.entries()) {
    const before = ends[place - 1]
    if (before === undefined) continue
    await shows(house.page, before)
    const cost = await measure(async () => {
      const shown = shows(house.page, last)
      await house.call('POST', `/api/replays/${id}/step`)
      await shown
    })
    if (last - before === 1) single.push(cost)
    else together.push(cost)
    // A curtain and a pulse are of the declaration before.
    await sleep(quiet)
  }
  await end(house, id)
  return { single, together }
}
