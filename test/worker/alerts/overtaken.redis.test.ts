import { alertKeys } from '@night/shared/names'
import { expect, test } from 'vitest'
import { openAlerts, phone } from '../../support/alerts-house.ts'
import {
  declarationOf,
  midBedfordshire,
  october,
  tamworth,
  withVotes,
} from '../../support/night.ts'
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

test('[ALR13] what is tried again is held up by no spoilt row of another seat', async () => {
  const { desk, service, redis } = await openAlerts()
  const night = await desk.openLive({ from: october })
  const mine = await phone({ redis, service, night }, { seats: [tamworth] })
  mine.behave({ status: 503 })
  const spoilt = `decl-${midBedfordshire}-1`
  await redis.hset(alertKeys('live', night).outbox(mine.id), spoilt, '{"tag":')
  await desk.decided(night, await desk.declare(night, await declarationOf(october, tamworth)))
  await until('it was tried twice', () => mine.tries() >= 2)
  mine.behave({ status: 201 })
  await until('it has come', () => mine.titles().length === 1)
  expect(mine.titles()).toEqual(['LAB GAIN Tamworth from CON'])
})
