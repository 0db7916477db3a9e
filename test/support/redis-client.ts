import { redisOptions } from '@night/shared/redis'
import { Redis } from 'ioredis'
import { inject, onTestFinished } from 'vitest'

/** Files that run at the same time have a Redis each: one place among `maxWorkers`, one Redis. */
export const redisUrl = (): string => {
  const urls = inject('redisUrls')
  const place = Number(process.env['VITEST_POOL_ID']) - 1
  const url = urls[place]
  if (url === undefined) throw new Error(`There is no Redis for place ${place} of ${urls.length}`)
  return url
}

/** A look behind the house, into this file's Redis, for as long as the test lasts. */
export const openRedis = (): Redis => {
  const redis = new Redis(redisOptions(new URL(redisUrl()), 'work'))
  onTestFinished(() => redis.disconnect())
  return redis
}
