import { officersKey } from '@night/shared/names'
import { Officer, OfficerScope } from '@night/shared/officer'
import { type Request, type Response, Router } from 'express'
import type { Redis } from 'ioredis'
import { newToken } from './access.ts'
import { bodyOf, type Guard, part } from './guard.ts'
import { refuse } from './problems.ts'
import { randomName } from './random-name.ts'
import { sha256 } from './sha256.ts'

type Parts = { readonly guard: Guard; readonly redis: Redis }

/**
 * The house makes and revokes officers and editors. A token is shown once; what is kept is its digest. Whoever was
 * revoked stays known by name, since the log says who did what. `/me` says whose a token is. [SEC2 RPR2]
 */
export const createOfficers = ({ guard, redis }: Parts): Router =>
  Router()
    .get(
      '/me',
      guard.writer(async (_request, response, { id, name, role }) => {
        response.json({ id, name, role })
      }),
    )
    .get(
      '/officers',
      guard.desk(async (_request, response) => {
        const officers = (await officersIn(redis)).map(({ tokenHash, ...officer }) => ({
          ...officer,
          revoked: tokenHash === null,
        }))
        response.json({ officers })
      }),
    )
    .post(
      '/officers',
      guard.house(async (request, response) => {
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
      guard.house((request, response) => revoke(redis, request, response)),
    )

const revoke = async (redis: Redis, request: Request, response: Response): Promise<void> => {
  const officer = (await officersIn(redis)).find(({ id }) => id === part(request, 'id'))
  if (!officer || officer.tokenHash === null) {
    return refuse(response, 'no-such-thing', 'There is no such officer.')
  }
  const revoked: Officer = { ...officer, tokenHash: null }
  await redis.hset(officersKey, officer.id, JSON.stringify(revoked))
  response.status(204).end()
}

const officersIn = async (redis: Redis): Promise<Officer[]> =>
  Object.values(await redis.hgetall(officersKey))
    .map((text) => Officer.parse(JSON.parse(text)))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
