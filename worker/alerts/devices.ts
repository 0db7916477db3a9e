import { Subscription } from '@night/shared/alert/subscription'
import { alertKeys } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { Collected, nothingCollected } from './rules/collected.ts'

export type KnownDevice = {
  readonly subscription: Subscription
  readonly collected: Collected
}

/** Who has subscribed to a night and is still there, and what is collected for each. What has not changed is not parsed again. */
export const createDevices = (redis: Redis, log: Logger) => {
  // One record that cannot be read must not keep everybody else asleep.
  const subscriptionOf = remembering((text, device) => {
    const { data } = Subscription.safeParse(jsonIn(text))
    if (!data) log.error({ subscription: device }, 'a subscription cannot be read and is left out')
    return data ?? null
  })
  const collectedOf = remembering((text) => Collected.parse(JSON.parse(text)))
  return {
    of: async ({ mode, id }: OpenNight): Promise<KnownDevice[]> => {
      const keys = alertKeys(mode, id)
      const [subscriptions, states] = await Promise.all([
        redis.hgetall(keys.subscriptions),
        redis.hgetall(keys.states),
      ])
      return Object.entries(subscriptions).flatMap(([device, text]): KnownDevice[] => {
        const subscription = subscriptionOf(device, text)
        if (subscription?.ended !== null) return []
        const state = states[device]
        const collected = state === undefined ? nothingCollected : collectedOf(device, state)
        return [{ subscription, collected }]
      })
    },
  }
}
export type Devices = ReturnType<typeof createDevices>

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Parses a text under its key once for as long as it is the same. */
const remembering = <Value>(parse: (text: string, key: string) => Value) => {
  const known = new Map<string, { readonly text: string; readonly value: Value }>()
  return (key: string, text: string): Value => {
    const kept = known.get(key)
    if (kept?.text === text) return kept.value
    const value = parse(text, key)
    known.set(key, { text, value })
    return value
  }
}
