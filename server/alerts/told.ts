import { OutboxRow } from '@night/shared/alert/message'
import type { Consequence } from '@night/shared/event'
import { alertKeys } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import type { Redis } from 'ioredis'

/** What devices were sent of a seat's figures, and how many. [COR3] */
export const alertsBecauseOf = async (
  redis: Redis,
  { mode, id }: OpenNight,
  { constituency, revision }: { readonly constituency: string; readonly revision: number },
): Promise<Consequence[]> => {
  const { subscriptions, outbox } = alertKeys(mode, id)
  const ids = [`flash-${constituency}`, `decl-${constituency}-${revision}`]
  const pipeline = redis.pipeline()
  for (const device of await redis.hkeys(subscriptions)) pipeline.hmget(outbox(device), ...ids)
  const devicesByTitle = new Map<string, number>()
  for (const [, texts] of (await pipeline.exec()) ?? []) {
    const title = lastTitle(Array.isArray(texts) ? texts : [])
    if (title !== null) devicesByTitle.set(title, (devicesByTitle.get(title) ?? 0) + 1)
  }
  return [...devicesByTitle].map(([title, devices]) => ({
    kind: 'alert',
    text: `${title}: ${devices === 1 ? '1 device' : `${devices} devices`}`,
  }))
}

/** Of what a device got of a seat, the last; what never left does not count. */
const lastTitle = (texts: readonly unknown[]): string | null => {
  const rows = texts
    .filter((text) => typeof text === 'string')
    .map((text) => OutboxRow.parse(JSON.parse(text)))
    .filter(({ state }) => state === 'sent' || state === 'parked' || state === 'collected')
  return rows.at(-1)?.message.title ?? null
}
