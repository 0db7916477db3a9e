import { Router } from 'express'
import type { Redis } from 'ioredis'
import type { Nights } from './nights.ts'
import { refuse } from './problems.ts'
import { diskFull, type Space } from './space.ts'

type Parts = { readonly redis: Redis; readonly nights: Nights; readonly space: Space }

/**
 * Live: the process answers. Ready: every log that is followed can be read, so that screens may be sent here; what
 * stands in the way of writing is said beside it. [SEC6 SPC2]
 */
export const createHealth = ({ redis, nights, space }: Parts): Router =>
  Router()
    .get('/health/live', (_request, response) => void response.json({ status: 'live' }))
    .get('/health/ready', async (_request, response) => {
      const answer = await redis.ping().catch(() => null)
      if (answer !== 'PONG') refuse(response, 'redis-away', 'Redis does not answer.')
      else if (!nights.areSound())
        refuse(response, 'redis-away', 'A night’s log cannot be read; the server’s log says which.')
      else response.json({ status: 'ready', ...(space.isShort() && { refuses: diskFull }) })
    })
