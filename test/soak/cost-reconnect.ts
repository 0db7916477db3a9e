import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../support/until.ts'
import { type Cost, createMeter, shows } from './cost.ts'
import { end, type House, lastSeq, open, replayFrom } from './cost-house.ts'

const reconnects = 5
const silences = 10

/** The line is down while 650 seats declare. */
export const ofReconnects = async (house: House, screen: string): Promise<Cost[]> => {
  const costs: Cost[] = []
  while (costs.length < reconnects) {
    const { id, night } = await replayFrom(house, '2024-07-04T21:00:00.000Z')
    await open(house, screen, night)
    const measure = await createMeter(house.page)
    house.line.down()
    await house.call('PATCH', `/api/replays/${id}`, { playing: true, speed: 'max' })
    const isOver = async (): Promise<number | false> => {
      const seq = await lastSeq(house, night)
      return seq > 650 && seq
    }
    const last = await until('every seat has declared', isOver, 120_000)
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
