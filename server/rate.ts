import type { Redis } from 'ioredis'
import type { Identity } from './access.ts'

/** An officer has a handful of seats: more than this in a minute is a program gone wrong. */
const mostInAMinute = 30

/** KEYS counter · counts over all servers, and forgets after a minute. */
const countScript = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('EXPIRE', KEYS[1], 60) end
return count`

/** Whether an officer may send one more; the desk always may. [SEC5] */
export const isWithinRate = async (redis: Redis, who: Identity): Promise<boolean> => {
  if (who.role === 'desk') return true
  return Number(await redis.eval(countScript, 1, `rate:${who.id}`)) <= mostInAMinute
}
