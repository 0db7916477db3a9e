import { pushKeyKey } from '@night/shared/names'
import { expect, test } from 'vitest'
import { openHouse } from '../../support/house.ts'
import { openLoopback } from '../../support/loopback.ts'
import { nothingOn } from '../../support/mixed-rules.ts'
import { declarationOf, october, tamworth } from '../../support/night.ts'
import { openRedis } from '../../support/redis-client.ts'
import { outboxOf, subscribe } from '../../support/subscribers.ts'
import { until } from '../../support/until.ts'
import { openWebhook } from '../../support/webhook.ts'

/** More than any receiver may have under way and in line together. */
const many = 200

test('[ALR29] receivers that never answer delay nobody else’s alerts, however many are for them', async () => {
  const redis = openRedis()
  await redis.del(pushKeyKey)
  let calls = 0
  const hanging = await Promise.all(
    [1, 2].map(() =>
      openLoopback(() => {
        calls += 1
        return 'hang'
      }),
    ),
  )
  const well = await openWebhook()
  const origins = [well, ...hanging].map(({ origin }) => origin).join()
  const { desk } = await openHouse({ ALERT_ORIGINS: origins })
  const night = await desk.openLive({ from: october })
  const hear = (url: string, rules: object) => {
    const channel = { type: 'webhook', url, form: 'signed' } as const
    const changes = { secret: well.secret }
    const wanted = {
      night,
      mode: 'live',
      channel,
      rules: { ...nothingOn, ...rules },
      changes,
    } as const
    return subscribe(redis, wanted)
  }
  const ids: string[] = []
  for (const { origin } of hanging)
    for (let one = 0; one < many; one += 1)
      ids.push(await hear(`${origin}/${one}`, { seats: [tamworth] }))
  for (let one = 0; one < 10; one += 1) await hear(well.url, { gains: {} })
  await desk.declare(night, await declarationOf(october, tamworth))
  await until('they are called', () => calls > 0)
  await until('all others have theirs', () => well.received.length === 10)
  // None that was called has been waited for to its end by then: that would have left words.
  const rows = await Promise.all(ids.map((id) => outboxOf(redis, { mode: 'live', night, id })))
  const words = rows.flatMap((row) => Object.values(row).map(({ why }) => why ?? ''))
  expect(words.filter((why) => why.includes('did not answer'))).toEqual([])
})
