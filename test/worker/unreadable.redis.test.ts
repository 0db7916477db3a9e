import { pino } from 'pino'
import { expect, test } from 'vitest'
import { environmentOf, openServer, openWorker } from '../support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'

test('[LOG6] what would be an event that nobody can read again is put before the desk, and what comes later goes on', async () => {
  const environment = await environmentOf()
  let now = Date.now
  // In the year 10000 it is published at a time that no event can carry.
  const clock = { now: () => now() }
  await openWorker(environment, pino({ level: 'silent' }), { clock })
  const { desk } = await openServer(environment)
  const night = await desk.open(october)
  await desk.reached(night, 1)
  now = () => Date.UTC(10_000, 0, 1)
  const id = await desk.declare(night, await declarationOf(october, tamworth))
  expect(await desk.decided(night, id)).toMatchObject({
    status: 'held',
    reasons: [{ code: 'could-not-be-worked-out' }],
  })
  now = Date.now
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  const events = await desk.reached(night, 2)
  expect(events[1]).toMatchObject({ constituency: { id: midBedfordshire } })
})
