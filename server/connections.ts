import { redisOptions } from '@night/shared/redis'
import { examineRedis } from '@night/shared/redis-fitness'
import { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { untilConnected } from './begin-with-redis.ts'
import type { ServerConfig } from './config.ts'

/** `door` answers at once, for whoever asks; `work` waits for Redis to come back. Refuses a Redis that will not do. */
export const openConnections = async (
  config: ServerConfig,
  log: Logger,
): Promise<{ readonly door: Redis; readonly work: Redis }> => {
  const connect = async (use: 'door' | 'work'): Promise<Redis> => {
    const redis = new Redis(redisOptions(config.redis, use))
    redis.on('error', (fault) => log.warn({ use, fault: fault.message }, 'Redis is out of reach'))
    await untilConnected(redis)
    return redis
  }
  const work = await connect('work')
  for (const warning of await examineRedis(work, 'sentinels' in config.redis))
    log.warn(`Redis: ${warning}`)
  return { door: await connect('door'), work }
}
