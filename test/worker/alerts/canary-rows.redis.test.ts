import { alertKeys } from '@night/shared/names'
import { flyBy } from '@night/worker/alerts/alerts'
import { expect, test } from 'vitest'
import { alertOf, subscriptionOf } from '../../support/alert.ts'
import { nightName } from '../../support/night.ts'
import { openRedis } from '../../support/redis-client.ts'

test('[ALR30] of a canary’s flights the last one is kept, for an hour', async () => {
  const redis = openRedis()
  const night = nightName()
  const subscription = subscriptionOf({ type: 'screen' }, { night })
  const fly = flyBy(redis, { enqueue: () => Promise.resolve() })
  for (const id of ['canary-1', 'canary-2', 'canary-3'])
    await fly(subscription, alertOf({ night, id }))
  const outbox = alertKeys('live', night).outbox(subscription.id)
  expect(await redis.hkeys(outbox)).toEqual(['canary-3'])
  expect(await redis.ttl(outbox)).toBeGreaterThan(0)
})
