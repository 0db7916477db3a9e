import { pushKeyKey } from '@night/shared/names'
import { expect, test } from 'vitest'
import { openHouse } from '../../support/house.ts'
import { openLoopback } from '../../support/loopback.ts'
import { nothingOn } from '../../support/mixed-rules.ts'
import { declarationOf, october, tamworth } from '../../support/night.ts'
import { openRedis } from '../../support/redis-client.ts'
import { subscribe } from '../../support/subscribers.ts'
import { until } from '../../support/until.ts'
import { openWebhook } from '../../support/webhook.ts'

/** More than a worker sends at once. */
const many = 200

test('[ALR29] a receiver that never answers delays others’ alerts once, however many are for it', async () => {
  const redis = openRedis()
  await redis.del(pushKeyKey)
  let calls = 0
  const hanging = await openLoopback(() => {
    calls += 1
    return 'hang'
  })
  const well = await openWebhook()
  const { desk } = await openHouse({ ALERT_ORIGINS: `${well.origin},${hanging.origin}` })
  const night = await desk.openLive({ from: october })
  const hear = (url: string, rules: object) => {
    const channel = { type: 'webhook', url, form: 'signed' } as const
    const wanted = { night, mode: 'live', channel, changes: { secret: well.secret } } as const
    return subscribe(redis, { ...wanted, rules: { ...nothingOn, ...rules } })
  }
  for (let one = 0; one < many; one += 1)
    await hear(`${hanging.origin}/${one}`, { seats: [tamworth] })
  for (let one = 0; one < 10; one += 1) await hear(well.url, { gains: {} })
  await desk.declare(night, await declarationOf(october, tamworth))
  await until('all others have theirs', () => well.received.length === 10, 45_000)
  // Those that fit at once, and now and then one more to see whether it answers.
  expect(calls).toBeGreaterThanOrEqual(32)
  expect(calls).toBeLessThan(48)
})
