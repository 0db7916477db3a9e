import { pushKeyKey } from '@night/shared/names'
import type { Redis } from 'ioredis'
import { expect } from 'vitest'
import { z } from 'zod'
import type { Call } from './call.ts'
import { openHouse } from './house.ts'
import { october } from './night.ts'
import { openRedis } from './redis-client.ts'

export const all = '/api/alerts/subscriptions'
export const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) }
export const push = (endpoint: string) => ({ type: 'webpush', subscription: { endpoint, keys } })
export const screen = { type: 'screen' }

const New = z.object({
  id: z.string(),
  token: z.string(),
  secret: z.string().nullable(),
  subscription: z.record(z.string(), z.unknown()),
})
/** Subscribes, where it is taken for granted that it works. */
export const subscribed = async (call: Call, body: object) => {
  const answer = await call('POST', all, body)
  expect(answer).toMatchObject({ status: 201 })
  return New.parse(answer.body)
}

/** All tests come from one machine, which the door would ask to wait when they come fast. */
export const forgetRates = async (redis: Redis): Promise<void> => {
  const counters = await redis.keys('rate:alerts:*')
  if (counters.length > 0) await redis.del(counters)
}

/** A house with keys of its own to push with, and a rehearsal. */
export const openAlerts = async (more: NodeJS.ProcessEnv = {}) => {
  const redis = openRedis()
  await redis.del(pushKeyKey)
  await forgetRates(redis)
  const house = await openHouse({ VAPID_SUBJECT: 'mailto:desk@newsroom.example', ...more })
  return { ...house, redis, night: await house.desk.open(october) }
}
