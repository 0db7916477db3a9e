import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../support/until.ts'
import { type Cost, createMeter, shows } from './cost.ts'
import { end, type House, lastSeq, open, replayFrom, restingAt } from './cost-house.ts'

const reconnects = 5
const silences = 10

/** Before the first seat, and when 19 of 20 had declared. */
export const droppedAt = { first: '2024-07-04T21:00:00.000Z', late: '2024-07-05T06:00:00.000Z' }

/** The line is down from some time on until every seat has declared; all 650 are on the screen in the end. */
export const ofReconnects = async (house: House, screen: string, from: string): Promise<Cost[]> => {
  const costs: Cost[] = []
  while (costs.length < reconnects) {
    const { id, night } = await replayFrom(house, from)
    await restingAt(house, night, 1)
    await open(house, screen, night)
    const measure = await createMeter(house.page)
    house.line.down()
    await house.call('PATCH', `/api/replays/${id}`, { playing: true, speed: 'max' })
    const isOver = async (): Promise<number | false> => {
      const seq = await lastSeq(house, night)
      return seq > 650 && seq
    }
    const last = await until('every seat has declared', isOver, 120_000)
    // What a screen does while it waits for its next try is no part of coming back.
    await house.line.knocked()
    costs.push(
      await measure(async () => {
        house.line.mend()
        await shows(house.page, last)
      }),
    )
    await end(house, id)
  }
  return costs
}

/** What the meter and the page's own clock cost by themselves. */
export const ofSilence = async ({ page }: House): Promise<Cost[]> => {
  const measure = await createMeter(page)
  const costs: Cost[] = []
  // The last pulse of the last declaration.
  await sleep(2000)
  while (costs.length < silences) {
    costs.push(
      await measure(async () => {
        await sleep(500)
        await shows(page, 0)
      }),
    )
  }
  return costs
}
