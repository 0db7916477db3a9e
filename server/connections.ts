import { redisOptions } from '@night/shared/redis'
import { examineRedis } from '@night/shared/redis-fitness'
import { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { untilConnected } from './begin-with-redis.ts'
import type { ServerConfig } from './config.ts'

/** `inlet` is a door for what comes in: what it is asked at one moment reaches Redis at once, and is synced once. */
type Connections = { readonly [use in 'door' | 'work' | 'inlet']: Redis }

/** `door` answers at once, for whoever asks; `work` waits for Redis to come back. Refuses a Redis that will not do. */
export const openConnections = async (config: ServerConfig, log: Logger): Promise<Connections> => {
  const connect = async (use: 'door' | 'work', more = {}): Promise<Redis> => {
    const redis = new Redis({ ...redisOptions(config.redis, use), ...more })
    redis.on('error', (fault) => log.warn({ use, fault: fault.message }, 'Redis is out of reach'))
    await untilConnected(redis)
    return redis
  }
  const work = await connect('work')
  for (const warning of await examineRedis(work, 'sentinels' in config.redis))
    log.warn(`Redis: ${warning}`)
  const door = await connect('door')
  return { door, work, inlet: await connect('door', { enableAutoPipelining: true }) }
}
