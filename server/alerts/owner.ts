import { timingSafeEqual } from 'node:crypto'
import { SubscriptionId } from '@night/shared/alert/subscription'
import type { Request, RequestHandler, Response } from 'express'
import type { Redis } from 'ioredis'
import { type Access, bearer } from '../access.ts'
import { isOfNight, part } from '../guard.ts'
import { type Refusal, refuse } from '../problems.ts'
import { sha256 } from '../sha256.ts'
import { find, type Kept } from './store.ts'

type Handle = (request: Request, response: Response, kept: Kept) => Promise<void>

/** Lets in whoever holds the subscription's own token, and the desk of its night. [ALR41] */
export const createOwner =
  (redis: Redis, access: Access) =>
  (handle: Handle): RequestHandler =>
  async (request, response) => {
    const token = bearer(request.headers.authorization)
    if (token === null) return refuse(response, 'no-token', 'Send the token of this subscription.')
    const id = SubscriptionId.safeParse(part(request, 'id'))
    const kept = id.success ? await find(redis, id.data) : null
    if (!kept) return refuse(response, 'no-such-thing', 'There is no such subscription.')
    if (isIts(token, kept) || (await isDeskOf(access, token, kept.subscription.night))) {
      return handle(request, response, kept)
    }
    return refuse(response, 'not-allowed', 'This token is not this subscription’s.')
  }

const isIts = (token: string, { subscription }: Kept): boolean =>
  timingSafeEqual(Buffer.from(sha256(token), 'hex'), Buffer.from(subscription.tokenHash, 'hex'))

/** Whether a token is of somebody at the desk of this night. */
export const isDeskOf = async (
  access: Access,
  token: string | null,
  night: string,
): Promise<boolean> => {
  const who = await access.whoIs(token)
  return who?.role === 'desk' && isOfNight(who, night)
}

/** Whoever else holds a webhook's token may change all but where it calls. [ALR43] */
export const onlyTheDesk: Refusal = {
  code: 'not-allowed',
  detail: 'Only the desk lets our machines call others.',
}
