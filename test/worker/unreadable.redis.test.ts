import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'

test('[LOG6] what would be an event that nobody can read again is put before the desk, and what comes later goes on', async () => {
  const { desk } = await openHouse()
  const night = await desk.open(october)
  const right = await declarationOf(october, tamworth)
  const id = await desk.declare(night, { ...right, declaredAt: '9999-12-31T23:59:59-01:00' })
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  const events = await desk.reached(night, 2)
  expect(events[1]).toMatchObject({ constituency: { id: midBedfordshire } })
  expect(await desk.decided(night, id)).toMatchObject({
    status: 'held',
    reasons: [{ code: 'could-not-be-worked-out' }],
  })
})
