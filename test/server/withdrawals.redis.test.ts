import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { declarationOf, october, tamworth } from '../support/night.ts'

test('[COR2] a withdrawal that came before its figures is said again in the same words once they stand', async () => {
  const { desk } = await openHouse()
  const night = await desk.open(october)
  const taken = { constituency: tamworth, revision: 1, reason: 'Read out for another seat' }
  const early = await desk.say(night, 'withdrawals', taken)
  expect(await desk.decided(night, early)).toMatchObject({ status: 'held' })
  await desk.declare(night, await declarationOf(october, tamworth))
  await desk.reached(night, 2)
  const again = await desk.say(night, 'withdrawals', taken)
  expect(await desk.decided(night, again)).toMatchObject({ status: 'published', seq: 3 })
  expect(await desk.say(night, 'withdrawals', taken)).toBe(again)
})
