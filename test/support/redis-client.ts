import { redisOptions } from '@night/shared/redis'
import { Redis } from 'ioredis'
import { inject, onTestFinished } from 'vitest'

export const redisUrl = (): URL => new URL(inject('redisUrl'))

/** A look behind the house, into the run's Redis, for as long as the test lasts. */
export const openRedis = (): Redis => {
  const redis = new Redis(redisOptions(redisUrl(), 'work'))
  onTestFinished(() => redis.disconnect())
  return redis
}
