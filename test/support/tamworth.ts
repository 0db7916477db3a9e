import { openHouse } from './house.ts'
import { declarationOf, october, tamworth } from './night.ts'

/** A house with a rehearsal in which Tamworth has been declared, and nothing else. */
export const openHouseWithTamworth = async () => {
  const house = await openHouse()
  const night = await house.desk.open(october)
  await house.desk.declare(night, await declarationOf(october, tamworth))
  await house.desk.reached(night, 2)
  return { ...house, night }
}
