import { follows, type Head } from '@night/shared/chain'
import { NightEvent } from '@night/shared/event'
import type { NightKeys } from '@night/shared/names'
import type { Redis } from 'ioredis'
import { sha256 } from './sha256.ts'

/**
 * The only writer of a night's log, in one step: a submission that is in the log already gets its place again, and one
 * that was rejected none; a head that is not the expected one is a conflict, as is a later submission of either kind;
 * otherwise the events, their ids and their links go in together.
 * KEYS log, placed, pending, held, rejected · ARGV head seq, head hash, then of each: id, event, hash
 */
export const appendScript = `
if redis.call('HEXISTS', KEYS[2], ARGV[3]) + redis.call('HEXISTS', KEYS[5], ARGV[3]) >= 1 then
  redis.call('SREM', KEYS[3], ARGV[3])
  return 'known'
end
for i = 6, #ARGV, 3 do
  local decided = redis.call('HEXISTS', KEYS[2], ARGV[i]) + redis.call('HEXISTS', KEYS[5], ARGV[i])
  if decided ~= 0 then return 'conflict' end
end
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local seq, hash = 0, ''
if last then
  seq = tonumber(string.match(last[1], '^%d+'))
  for i = 1, #last[2], 2 do
    if last[2][i] == 'hash' then hash = last[2][i + 1] end
  end
end
if seq ~= tonumber(ARGV[1]) or hash ~= ARGV[2] then return 'conflict' end
for i = 3, #ARGV, 3 do
  seq = seq + 1
  redis.call('XADD', KEYS[1], seq .. '-0', 'event', ARGV[i + 1], 'hash', ARGV[i + 2])
  redis.call('HSET', KEYS[2], ARGV[i], seq)
  redis.call('SREM', KEYS[3], ARGV[i])
  redis.call('HDEL', KEYS[4], ARGV[i])
end
return 'appended'`

type Appended = 'appended' | 'known' | 'conflict'

/** A submission and the event that it became. */
export type Entry = { readonly id: string; readonly event: NightEvent }

/**
 * Places `entries` after `head`, all of them or none; 'known' where the first is in the log, or was rejected. On 'conflict' somebody
 * else was first: read on and decide again. [LOG2 LOG3 LOG5 HLD3]
 */
export const append = async (
  redis: Redis,
  keys: NightKeys,
  { head, entries }: { readonly head: Head; readonly entries: readonly Entry[] },
): Promise<Appended> => {
  const names = [keys.log, keys.placed, keys.pending, keys.held, keys.rejected]
  const values = entries.flatMap(({ id, event }) => [id, JSON.stringify(event), event.hash])
  const answer = await redis.eval(
    appendScript,
    names.length,
    ...names,
    head.seq,
    head.hash,
    ...values,
  )
  if (answer === 'appended' || answer === 'known' || answer === 'conflict') return answer
  throw new Error(`The append answered ${JSON.stringify(answer)}.`)
}

/** Whether a log has `head` at its place. [LOG3] */
export const holds = async (redis: Redis, key: string, { seq, hash }: Head): Promise<boolean> => {
  if (seq === 0) return true
  const [entry] = await redis.xrange(key, `${seq}-0`, `${seq}-0`)
  return entry !== undefined && entry[1][entry[1].indexOf('hash') + 1] === hash
}

/** The events after `head`, each checked to follow the one before; throws where the chain breaks. [LOG3] */
export const readOn = async (redis: Redis, key: string, head: Head): Promise<NightEvent[]> => {
  const entries = await redis.xrange(key, `(${head.seq}-0`, '+')
  let last = head
  return entries.map(([, fields]) => {
    const event = NightEvent.parse(JSON.parse(fields[fields.indexOf('event') + 1] ?? ''))
    if (!follows(last, event, sha256)) {
      throw new Error(
        `${key}: event ${event.seq} does not follow event ${last.seq}. The log was altered or cut back.`,
      )
    }
    last = event
    return event
  })
}
