import { OutboxRow } from '@night/shared/alert/message'
import type { Consequence } from '@night/shared/event'
import { plural } from '@night/shared/figures'
import { alertKeys } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import type { Redis } from 'ioredis'
import { z } from 'zod'

/** What stands of a seat, and its event's place in the log; a winner without figures is revision 0. */
type About = { readonly constituency: string; readonly revision: number; readonly standing: number }

/** What devices were sent of what stands of a seat, and how many. [COR3] */
export const alertsBecauseOf = async (
  redis: Redis,
  { mode, id }: OpenNight,
  { constituency, revision, standing }: About,
): Promise<Consequence[]> => {
  const { subscriptions, states, outbox } = alertKeys(mode, id)
  const flash = `flash-${constituency}`
  const ids = [flash, `${flash}-${standing}`, `decl-${constituency}-${revision}`]
  // Before a winner there may have been another, which was taken back.
  const since = revision === 0 ? standing : 0
  const pipeline = redis.pipeline()
  const devices = await redis.hkeys(subscriptions)
  for (const device of devices) pipeline.hmget(outbox(device), ...ids)
  const collected = await redis.hgetall(states)
  const devicesByTitle = new Map<string, number>()
  for (const [index, [, texts]] of ((await pipeline.exec()) ?? []).entries()) {
    const waiting = waitingIn(collected[devices[index] ?? ''])
    const title = lastTitle(Array.isArray(texts) ? texts : [], { waiting, since })
    if (title !== null) devicesByTitle.set(title, (devicesByTitle.get(title) ?? 0) + 1)
  }
  return [...devicesByTitle].map(([title, count]) => ({
    kind: 'alert',
    text: `${title}: ${plural(count, 'device')}`,
  }))
}

/** What is collected for a device and was not sent yet. */
const Waiting = z.object({ pending: z.array(z.object({ id: z.string() })).default([]) })

const waitingIn = (state = '{}'): ReadonlySet<string> =>
  new Set(Waiting.parse(JSON.parse(state)).pending.map(({ id }) => id))

/** Of what a device got of a seat, the last; what never left does not count. */
const lastTitle = (
  texts: readonly unknown[],
  { waiting, since }: { readonly waiting: ReadonlySet<string>; readonly since: number },
): string | null => {
  const rows = texts
    .filter((text) => typeof text === 'string')
    .map((text) => OutboxRow.parse(JSON.parse(text)))
    .filter(({ state }) => state === 'sent' || state === 'parked' || state === 'collected')
    .filter(({ message }) => message.seq >= since && !waiting.has(message.id))
  return rows.at(-1)?.message.title ?? null
}
