import { Subscription } from '@night/shared/alert/subscription'
import { alertKeys, subscribersKey } from '@night/shared/names'
import { OpenMode } from '@night/shared/night'
import type { Redis } from 'ioredis'

/** A subscription and the text as it stands in Redis, by which a change is compared. */
export type Kept = { readonly subscription: Subscription; readonly text: string }

/** At most so many on one night. */
const most = 2000

/** KEYS subscriptions, subscribers · ARGV id, subscription, most, where · 0 where the night is full. */
const keepScript = `
if redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[4])
return 1`

/** Keeps a new one; false where the night has as many as it takes. */
export const keep = async (redis: Redis, subscription: Subscription): Promise<boolean> => {
  const { id, mode, night } = subscription
  const { subscriptions } = alertKeys(mode, night)
  const keys = [subscriptions, subscribersKey]
  const values = [id, JSON.stringify(subscription), most, `${mode}:${night}`]
  return (await redis.eval(keepScript, keys.length, ...keys, ...values)) === 1
}

export const find = async (redis: Redis, id: string): Promise<Kept | null> => {
  const where = await redis.hget(subscribersKey, id)
  const [mode, night] = where?.split(':') ?? []
  const open = OpenMode.safeParse(mode)
  if (!open.success || night === undefined) return null
  const text = await redis.hget(alertKeys(open.data, night).subscriptions, id)
  return text === null ? null : { subscription: Subscription.parse(JSON.parse(text)), text }
}

/** All of a night, the newest first. */
export const listOf = async (redis: Redis, mode: OpenMode, night: string) =>
  (await redis.hvals(alertKeys(mode, night).subscriptions))
    .map((text) => Subscription.parse(JSON.parse(text)))
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))

/** KEYS subscriptions · ARGV id, as it was read, as it is now */
const replaceScript = `
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1`

/** Replaces what was read; false where somebody else was faster. */
export const replace = async (
  redis: Redis,
  { subscription: { id, mode, night }, text }: Kept,
  now: Subscription,
): Promise<boolean> => {
  const { subscriptions } = alertKeys(mode, night)
  return (await redis.eval(replaceScript, 1, subscriptions, id, text, JSON.stringify(now))) === 1
}

/**
 * KEYS subscriptions, states, outbox, acknowledged, due, subscribers, lines · ARGV id · `due` names rows as
 * "subscription alert".
 */
const removeScript = `
for _, alert in ipairs(redis.call('HKEYS', KEYS[3])) do
  redis.call('ZREM', KEYS[5], ARGV[1] .. ' ' .. alert)
end
redis.call('HDEL', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[2], ARGV[1])
redis.call('DEL', KEYS[3], KEYS[4], KEYS[7])
redis.call('HDEL', KEYS[6], ARGV[1])`

/** Nothing of it stays. What is on its way to be sent finds nobody. */
export const remove = async (
  redis: Redis,
  { id, mode, night }: Pick<Subscription, 'id' | 'mode' | 'night'>,
): Promise<void> => {
  const { subscriptions, states, outbox, lines, acknowledged, due } = alertKeys(mode, night)
  const keys = [subscriptions, states, outbox(id), acknowledged(id), due, subscribersKey, lines(id)]
  await redis.eval(removeScript, keys.length, ...keys, id)
}
