import { expect, test } from 'vitest'
import { openAlerts, phone } from '../../support/alerts-house.ts'
import { declarationOf, october, tamworth, withVotes } from '../../support/night.ts'
import { outboxOf } from '../../support/subscribers.ts'
import { until } from '../../support/until.ts'

test('[ALR13] what could not be sent before its correction was is not sent after it', async () => {
  const { desk, service, redis } = await openAlerts()
  const night = await desk.openLive({ from: october })
  const mine = await phone({ redis, service, night }, { seats: [tamworth] })
  mine.behave({ status: 503 })
  const declaration = await declarationOf(october, tamworth)
  await desk.decided(night, await desk.declare(night, declaration))
  await until('it was tried three times', () => mine.tries() >= 3)

  mine.behave({ status: 201 })
  const turned = withVotes(declaration, { 'sarah-edwards': 10_403, 'andy-cooper': 11_719 })
  const corrected = { ...turned, revision: 2, reason: 'The other way round' }
  await desk.decided(night, await desk.declare(night, corrected))
  const rows = await until('both are settled', async () => {
    const all = await outboxOf(redis, { mode: 'live', night, id: mine.id })
    const { length } = Object.values(all).filter(({ state }) => state !== 'queued')
    return length === 2 && all
  })
  expect(mine.titles()).toEqual(['CORRECTION Tamworth: CON HOLD, not LAB GAIN from CON'])
  expect(rows[`decl-${tamworth}-1`]).toMatchObject({
    state: 'late',
    why: 'A later alert took its place before it could be sent.',
  })
})
