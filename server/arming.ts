import { nightKeys, officersKey } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import { Officer } from '@night/shared/officer'
import { Router } from 'express'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { DeskPerson } from './access.ts'
import { bodyOf, type Guard, part } from './guard.ts'
import type { Nights } from './nights.ts'
import { type Refusal, refuse } from './problems.ts'
import type { Asked } from './with-night.ts'

const people = 2

/** What each of the two types, so that nobody goes live with one wrong click. */
const phraseFor = (night: string): string => `GO LIVE ${night}`

export const Arming = z.strictObject({ phrase: z.string().max(200) })

type LiveCall = Asked & {
  readonly who: DeskPerson
  readonly open: OpenNight
}

type Parts = { readonly guard: Guard; readonly nights: Nights; readonly redis: Redis }

/** A live night says nothing until two people have typed its phrase while its log was empty. [LIV1] */
export const createArming = ({ guard, nights, redis }: Parts): Router => {
  const forLive = (handle: (call: LiveCall) => Promise<unknown>) =>
    guard.desk(async (request, response, who) => {
      const open = await nights.findOpen(part(request, 'night'))
      if (open?.mode === 'live') await handle({ request, response, who, open })
      else refuse(response, 'not-live', 'Only a night that was opened as live can be armed.')
    })
  return Router()
    .get('/nights/:night/arming', forLive(answerIn(redis)))
    .post('/nights/:night/arming', forLive(armIn(redis)))
}

const answerIn =
  (redis: Redis) =>
  async ({ response, open }: LiveCall): Promise<void> => {
    const count = await armedBy(redis, keysOf(open).armed)
    response.json({ armed: count >= people, missing: Math.max(0, people - count) })
  }

const armIn =
  (redis: Redis) =>
  async (live: LiveCall): Promise<void> => {
    const { request, response, who, open } = live
    const call = bodyOf(Arming, request, response)
    if (!call) return
    const phrase = phraseFor(open.id)
    if (call.phrase !== phrase) {
      return refuse(response, 'wrong-phrase', `To go live, type exactly: ${phrase}`)
    }
    const { armed, log } = keysOf(open)
    if ((await armedBy(redis, armed)) < people && (await redis.xlen(log)) > 1) {
      const words = 'Something was said on this night already. Open another.'
      return refuse(response, 'not-empty', words)
    }
    await redis.sadd(armed, who.id)
    await answerIn(redis)(live)
  }

/** How many have typed it. Whoever was revoked before the second did is none of them; afterwards the night is live. */
const armedBy = async (redis: Redis, armed: string): Promise<number> => {
  const ids = await redis.smembers(armed)
  if (ids.length === 0 || ids.length >= people) return ids.length
  const known = await redis.hmget(officersKey, ...ids)
  const revoked = ids.filter((_, place) => {
    const text = known[place]
    return text && Officer.parse(JSON.parse(text)).tokenHash === null
  })
  if (revoked.length > 0) await redis.srem(armed, ...revoked)
  return ids.length - revoked.length
}

const keysOf = (night: OpenNight) => nightKeys(night.mode, night.id, night.run)

/** Why nothing may be said on a live night yet. [LIV1] */
export const notArmed = async (redis: Redis, night: OpenNight): Promise<Refusal | null> =>
  night.mode !== 'live' || (await redis.scard(keysOf(night).armed)) >= people
    ? null
    : {
        code: 'not-armed',
        detail: `This night is not live yet: two people at the desk have to type “${phraseFor(night.id)}”.`,
      }
