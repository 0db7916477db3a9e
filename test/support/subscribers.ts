import { randomBytes } from 'node:crypto'
import { AlertRules } from '@night/shared/alert/rules'
import { OutboxRow } from '@night/shared/alert/message'
import type { Channel, Subscription } from '@night/shared/alert/subscription'
import { alertKeys } from '@night/shared/names'
import type { OpenMode } from '@night/shared/night'
import type { Redis } from 'ioredis'
import type { z } from 'zod'
import { subscriptionOf } from './alert.ts'

type Wanted = {
  readonly night: string
  readonly mode: OpenMode
  readonly channel: Channel
  readonly rules: z.input<typeof AlertRules>
  readonly changes?: Partial<Subscription>
}

/** A subscription written straight into Redis: hundreds at once, without the door's patience. Answers its id. */
export const subscribe = async (
  redis: Redis,
  { night, mode, channel, rules, changes }: Wanted,
): Promise<string> => {
  const id = randomBytes(6).toString('hex')
  const subscription = subscriptionOf(channel, {
    id,
    night,
    mode,
    rules: AlertRules.parse(rules),
    ...changes,
  })
  await redis.hset(alertKeys(mode, night).subscriptions, id, JSON.stringify(subscription))
  return id
}

/** The outbox of a device, by alert. */
export const outboxOf = async (
  redis: Redis,
  { mode, night, id }: { readonly mode: OpenMode; readonly night: string; readonly id: string },
): Promise<Record<string, OutboxRow>> =>
  Object.fromEntries(
    Object.entries(await redis.hgetall(alertKeys(mode, night).outbox(id))).map(([alert, text]) => [
      alert,
      OutboxRow.parse(JSON.parse(text)),
    ]),
  )
