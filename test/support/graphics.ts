import { openHouse } from './house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from './night.ts'
import { until } from './until.ts'

export const graphics = ['strap', 'score', 'ticker'] as const

/** A live night on which Tamworth has declared. */
export const liveNight = async () => {
  const house = await openHouse()
  const night = await house.desk.openLive({ from: october })
  await house.desk.declare(night, await declarationOf(october, tamworth))
  await until(
    'Tamworth is in',
    async () => (await house.desk.board(night)).seatsById[tamworth]?.latest,
  )
  return {
    ...house,
    night,
    address: (graphic: string) => `${house.server.url}/overlay/${graphic}?night=${night}`,
  }
}

/** A live night on which both seats have declared, Mid Bedfordshire last. */
export const liveNightOfTwo = async () => {
  const live = await liveNight()
  const { desk, night } = live
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await until(
    'both are in',
    async () => (await desk.board(night)).seatsById[midBedfordshire]?.latest,
  )
  return live
}
