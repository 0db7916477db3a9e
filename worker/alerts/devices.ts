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

/**
 * Who has subscribed to a night and is still there, and what is collected for each. What has not changed is not parsed
 * again; what is not there any more is forgotten.
 */
export const createDevices = (redis: Redis, log: Logger) => {
  const memories = new Map<string, Memory>()
  return {
    of: async ({ mode, id }: OpenNight): Promise<KnownDevice[]> => {
      const keys = alertKeys(mode, id)
      const [subscriptions, states] = await Promise.all([
        redis.hgetall(keys.subscriptions),
        redis.hgetall(keys.states),
      ])
      const memory = memories.get(id) ?? createMemory(log)
      memories.set(id, memory)
      memory.subscriptions.keepOnly(subscriptions)
      memory.states.keepOnly(states)
      return Object.entries(subscriptions).flatMap(([device, text]): KnownDevice[] => {
        const subscription = memory.subscriptions.read(device, text)
        if (subscription?.ended !== null) return []
        const state = states[device]
        const collected = state === undefined ? nothingCollected : memory.states.read(device, state)
        return [{ subscription, collected }]
      })
    },
    /** Of these nights and no others. */
    keepOnly: (open: readonly OpenNight[]): void => {
      const ids = new Set(open.map(({ id }) => id))
      for (const id of memories.keys()) if (!ids.has(id)) memories.delete(id)
    },
  }
}
export type Devices = ReturnType<typeof createDevices>

const createMemory = (log: Logger) => ({
  // One record that cannot be read must not keep everybody else asleep.
  subscriptions: remembering((text, device) => {
    const { data } = Subscription.safeParse(jsonIn(text))
    if (!data) log.error({ subscription: device }, 'a subscription cannot be read and is left out')
    return data ?? null
  }),
  states: remembering((text) => Collected.parse(JSON.parse(text))),
})
type Memory = ReturnType<typeof createMemory>

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
  return {
    read: (key: string, text: string): Value => {
      const kept = known.get(key)
      if (kept?.text === text) return kept.value
      const value = parse(text, key)
      known.set(key, { text, value })
      return value
    },
    keepOnly: (texts: Readonly<Record<string, string>>): void => {
      for (const key of known.keys()) if (!Object.hasOwn(texts, key)) known.delete(key)
    },
  }
}
