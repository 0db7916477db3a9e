import { AlertState, OutboxRow } from '@night/shared/alert/message'
import { Subscription } from '@night/shared/alert/subscription'
import type { Board } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
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

/** For each device, which of the ids that this event may touch stand in its outbox, and how. */
export const toldTo = async (
  redis: Redis,
  open: OpenNight,
  { devices, ids }: { readonly devices: readonly KnownDevice[]; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, AlertState>[]> => {
  if (ids.length === 0) return devices.map(() => new Map())
  const { outbox } = alertKeys(open.mode, open.id)
  const pipeline = redis.pipeline()
  for (const { subscription } of devices) pipeline.hmget(outbox(subscription.id), ...ids)
  const answers = (await pipeline.exec()) ?? []
  return answers.map(([fault, texts]) => {
    if (fault) throw fault
    const found = Array.isArray(texts) ? texts : []
    return new Map(
      found.flatMap((text, place): [string, AlertState][] =>
        typeof text === 'string'
          ? [[ids[place] ?? '', OutboxRow.parse(JSON.parse(text)).state]]
          : [],
      ),
    )
  })
}

/** The ids under which a device may have been told of what this event is about, on the board before it. */
export const idsTouchedBy = (
  event: NightEvent,
  news: readonly { message: { id: string } }[],
  before: Board,
): string[] => {
  const own = news.map(({ message }) => message.id)
  if (!('constituency' in event) || event.constituency === null) return own
  const seat = event.constituency.id
  const revision = 'revision' in event ? event.revision : 1
  const revisions = Array.from({ length: revision }, (_, place) => place + 1)
  const of = revisions.flatMap((number) => [`decl-${seat}-${number}`, `void-${seat}-${number}`])
  return [...new Set([...winnersOf(seat, before), ...of, ...own])]
}

/** The first winner's id, and that of a later one, which has its place in the log. */
const winnersOf = (id: string, { seatsById }: Board): string[] => {
  const seat = seatsById[id]
  const later = seat?.flash?.seq ?? seat?.withdrawn?.replaces
  return later === undefined ? [`flash-${id}`] : [`flash-${id}`, `flash-${id}-${later}`]
}
