import { rateKey } from '@night/shared/names'
import type { Redis } from 'ioredis'
import type { Identity } from './access.ts'

/** An officer has a handful of seats: more than this in a minute is a program gone wrong. */
const mostInAMinute = 30

/** KEYS counter · counts over all servers, and forgets after a minute. */
const countScript = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('EXPIRE', KEYS[1], 60) end
return count`

/** Whether this counter has not been used more often than that in a minute, on whatever server. */
export const isWithin = async (redis: Redis, counter: string, most: number): Promise<boolean> =>
  Number(await redis.eval(countScript, 1, counter)) <= most

/** Whether an officer may send one more; the desk always may. [SEC5] */
export const isWithinRate = async (redis: Redis, who: Identity): Promise<boolean> => {
  if (who.role === 'desk') return true
  return isWithin(redis, rateKey.declarations(who.id), mostInAMinute)
}
