import { Fault } from '@night/shared/last-fault'
import { tookKey, workerFaultKey } from '@night/shared/names'
import { Took } from '@night/shared/took'
import type { Redis } from 'ioredis'

/** What workers, who answer nobody, have told in Redis of themselves: their steps, and the last error of any. */
export const workerTold = async (redis: Redis) => {
  const [took, fault] = await Promise.all([redis.lrange(tookKey, 0, -1), redis.get(workerFaultKey)])
  return {
    took: took.map((text) => Took.parse(JSON.parse(text))),
    fault: fault === null ? null : Fault.parse(JSON.parse(fault)),
  }
}
