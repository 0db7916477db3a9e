import { pushKeyKey } from '@night/shared/names'
import type { Redis } from 'ioredis'
import { openHouse } from './house.ts'
import { nothingOn } from './mixed-rules.ts'
import { openPushService } from './push-service.ts'
import { openRedis } from './redis-client.ts'
import { subscribe } from './subscribers.ts'

/** A house that pushes to a service of its own. */
export const openAlerts = async () => {
  const service = await openPushService()
  // Each house here has a data folder, so keys, of its own.
  const redis = openRedis()
  await redis.del(pushKeyKey)
  const house = await openHouse({
    VAPID_SUBJECT: 'mailto:desk@newsroom.example',
    ALERT_ORIGINS: service.origin,
  })
  return { ...house, service, redis }
}

type Wish = {
  readonly redis: Redis
  readonly service: Awaited<ReturnType<typeof openPushService>>
  readonly night: string
}

/** A phone that is subscribed to a night. */
export const phone = async (
  { redis, service, night }: Wish,
  rules: object,
  mode: 'live' | 'rehearsal' | 'replay' = 'live',
) => {
  const device = service.device()
  const channel = { type: 'webpush', subscription: device.subscription } as const
  const id = await subscribe(redis, { night, mode, channel, rules: { ...nothingOn, ...rules } })
  return { ...device, id, titles: () => device.received.map(({ message }) => message.title) }
}
