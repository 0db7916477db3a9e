import { follows, type Head } from '@night/shared/chain'
import { NightEvent } from '@night/shared/event'
import type { NightKeys } from '@night/shared/names'
import type { Redis } from 'ioredis'
import { sha256 } from './sha256.ts'

/**
 * The only writer of a night's log, in one step: a submission that is in the log already gets its place again; a
 * head that is not the expected one is a conflict; otherwise the event, its id and its link go in together.
 * KEYS log, placed, pending, held · ARGV id, head seq, head hash, event, hash
 */
export const appendScript = `
if redis.call('HEXISTS', KEYS[2], ARGV[1]) == 1 then
  redis.call('SREM', KEYS[3], ARGV[1])
  return 'known'
end
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local seq, hash = 0, ''
if last then
  seq = tonumber(string.match(last[1], '^%d+'))
  for i = 1, #last[2], 2 do
    if last[2][i] == 'hash' then hash = last[2][i + 1] end
  end
end
if seq ~= tonumber(ARGV[2]) or hash ~= ARGV[3] then return 'conflict' end
redis.call('XADD', KEYS[1], (seq + 1) .. '-0', 'event', ARGV[4], 'hash', ARGV[5])
redis.call('HSET', KEYS[2], ARGV[1], seq + 1)
redis.call('SREM', KEYS[3], ARGV[1])
redis.call('HDEL', KEYS[4], ARGV[1])
return 'appended'`

export type Appended = 'appended' | 'known' | 'conflict'

/** Places `event` after `head`. On 'conflict' somebody else was first: read on and decide again. [LOG2 LOG3] */
export const append = async (
  redis: Redis,
  keys: NightKeys,
  entry: { readonly id: string; readonly head: Head; readonly event: NightEvent },
): Promise<Appended> => {
  const { id, head, event } = entry
  const names = [keys.log, keys.placed, keys.pending, keys.held]
  const values = [id, head.seq, head.hash, JSON.stringify(event), event.hash]
  const answer = await redis.eval(appendScript, names.length, ...names, ...values)
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
