import { ReachAnswer } from '@night/shared/answer/fate'
import { alertKeys } from '@night/shared/names'
import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { nothingOn } from '../support/mixed-rules.ts'
import { declarationOf, october, tamworth } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'
import { subscribe } from '../support/subscribers.ts'
import { until } from '../support/until.ts'

test('[COR3] what only waits to be sent to a phone that is muted was sent to nobody', async () => {
  const redis = openRedis()
  const { call, desk } = await openHouse()
  const night = await desk.open(october)
  const keys = alertKeys('rehearsal', night)
  const mutedUntil = new Date(Date.now() + 3_600_000).toISOString()
  await subscribe(redis, {
    night,
    mode: 'rehearsal',
    channel: { type: 'screen' },
    rules: { ...nothingOn, seats: [tamworth], mutedUntil },
  })
  const alerts = async () => {
    const path = `/api/nights/${night}/constituencies/${tamworth}/reach`
    const { consequences } = ReachAnswer.parse((await call('GET', path)).body)
    return consequences.flatMap(({ kind, text }) => (kind === 'alert' ? text : []))
  }
  await desk.declare(night, await declarationOf(october, tamworth))
  await desk.reached(night, 2)
  await until('it is collected', async () => (await redis.hlen(keys.states)) === 1)
  expect(await alerts()).toEqual([])
})
