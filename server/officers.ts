import { officersKey } from '@night/shared/names'
import { type Officer, OfficerScope } from '@night/shared/officer'
import { Router } from 'express'
import type { Redis } from 'ioredis'
import { newToken } from './access.ts'
import { bodyOf, type Guard, part } from './guard.ts'
import { refuse } from './problems.ts'
import { randomName } from './random-name.ts'
import { sha256 } from './sha256.ts'

type Parts = { readonly guard: Guard; readonly redis: Redis }

/** The desk makes and revokes officers. A token is shown once; what is kept is its digest. [SEC2] */
export const createOfficers = ({ guard, redis }: Parts): Router =>
  Router()
    .post(
      '/officers',
      guard.desk(async (request, response) => {
        const scope = bodyOf(OfficerScope, request, response)
        if (!scope) return
        const id = randomName(8)
        const token = newToken(`rno_${id}`)
        const officer: Officer = { ...scope, id, tokenHash: sha256(token) }
        await redis.hset(officersKey, id, JSON.stringify(officer))
        response.status(201).json({ ...scope, id, token })
      }),
    )
    .delete(
      '/officers/:id',
      guard.desk(async (request, response) => {
        const removed = await redis.hdel(officersKey, part(request, 'id'))
        if (removed === 1) response.status(204).end()
        else refuse(response, 'no-such-thing', 'There is no such officer.')
      }),
    )
