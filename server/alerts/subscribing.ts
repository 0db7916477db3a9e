import { randomBytes, randomInt } from 'node:crypto'
import { NewSubscription, type Subscription } from '@night/shared/alert/subscription'
import { pushKeyKey, rateKey } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import { instant } from '@night/shared/time'
import { type Request, type Response, Router } from 'express'
import { bearer, newToken } from '../access.ts'
import { bodyOf } from '../guard.ts'
import { type Refusal, refuse } from '../problems.ts'
import { isWithin } from '../rate.ts'
import { sha256 } from '../sha256.ts'
import { addressFault } from './address.ts'
import { rulesFault } from './night-rules.ts'
import { isDeskOf, onlyTheDesk } from './owner.ts'
import type { AlertParts } from './parts.ts'
import { keep } from './store.ts'
import { viewOf } from './view.ts'

/** New ones in a minute from one address of the internet. */
const mostInAMinute = 20

/** The key that a browser subscribes with, and the door for new subscriptions. [ALR40 ALR43] */
export const createSubscribing = (parts: AlertParts): Router =>
  Router()
    .get('/alerts/key', parts.guard.reader, async (_request, response) => {
      const key = await parts.redis.get(pushKeyKey)
      if (key === null) refuse(response, 'push-off', pushOff)
      else response.json({ key })
    })
    .post('/alerts/subscriptions', parts.guard.reader, (request, response) =>
      subscribe(parts, request, response),
    )

const pushOff =
  'Web push is off in this house, since VAPID_SUBJECT is not set. Alerts can still be read on the page.'

const subscribe = async (
  parts: AlertParts,
  request: Request,
  response: Response,
): Promise<void> => {
  const wanted = bodyOf(NewSubscription, request, response)
  if (!wanted) return
  const open = await parts.nights.findOpen(wanted.night)
  const refusal = open
    ? ((await refusalOf(parts, request, wanted)) ?? (await nightRefusal(parts, open, wanted)))
    : notOpen
  if (!open || refusal) {
    const { code, detail } = refusal ?? notOpen
    return refuse(response, code, detail)
  }
  const night = await parts.nights.find(open.id)
  const id = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')
  const token = newToken(`rns_${id}`)
  const isSigned = wanted.channel.type === 'webhook' && wanted.channel.form === 'signed'
  const secret = isSigned ? `whsec_${randomBytes(24).toString('base64')}` : null
  const subscription: Subscription = {
    ...wanted,
    id,
    mode: open.mode,
    createdAt: instant(parts.clock.now()),
    since: night?.board.seq ?? 0,
    // A server may hear of a new run a moment later: then all of that is news.
    run: night?.run ?? open.run,
    tokenHash: sha256(token),
    secret,
    ended: null,
  }
  if (!(await keep(parts.redis, subscription))) {
    return refuse(response, 'too-many', 'This night has as many subscriptions as it takes: 2,000.')
  }
  response.status(201).json({ id, token, secret, subscription: viewOf(subscription) })
}

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

const notOpen: Refusal = {
  code: 'no-such-thing',
  detail: 'No night of that name is open. A recording has to be opened or replayed first.',
}

const refusalOf = async (
  { access, redis, trustedOrigins }: AlertParts,
  request: Request,
  { night, channel }: NewSubscription,
): Promise<Refusal | null> => {
  const isDesk = await isDeskOf(access, bearer(request.headers.authorization), night)
  if (channel.type === 'webhook' && !isDesk) return onlyTheDesk
  const fault = addressFault(channel, trustedOrigins)
  if (fault !== null) return { code: 'does-not-fit', detail: fault }
  const counter = rateKey.subscriptions(request.ip ?? '')
  return isDesk || (await isWithin(redis, counter, mostInAMinute))
    ? null
    : { code: 'too-many', detail: 'More than twenty new subscriptions in a minute. Wait a minute.' }
}

/** What this night has not, or cannot be sent by. */
const nightRefusal = async (
  parts: AlertParts,
  open: OpenNight,
  wanted: NewSubscription,
): Promise<Refusal | null> => {
  const night = await parts.nights.find(open.id)
  const fault = night && rulesFault(wanted.rules, night.definition)
  return fault === null ? pushRefusal(parts, open, wanted) : { code: 'does-not-fit', detail: fault }
}

const pushRefusal = async (
  { redis }: AlertParts,
  { mode }: OpenNight,
  { channel }: NewSubscription,
): Promise<Refusal | null> =>
  mode === 'live' && channel.type === 'webpush' && (await redis.exists(pushKeyKey)) === 0
    ? { code: 'push-off', detail: pushOff }
    : null
