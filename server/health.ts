import { Router } from 'express'
import type { Redis } from 'ioredis'
import { refuse } from './problems.ts'

/** Live: the process answers. Ready: the log can be read, so that a balancer may send screens here. [SEC6] */
export const createHealth = (redis: Redis): Router =>
  Router()
    .get('/health/live', (_request, response) => void response.json({ status: 'live' }))
    .get('/health/ready', async (_request, response) => {
      const answer = await redis.ping().catch(() => null)
      if (answer === 'PONG') response.json({ status: 'ready' })
      else refuse(response, 'redis-away', 'Redis does not answer.')
    })
