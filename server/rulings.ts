import { nightKeys } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import { mayBeReleased } from '@night/shared/reason'
import { type Ruling, RulingCall } from '@night/shared/ruling'
import { type Clock, instant } from '@night/shared/time'
import { Router } from 'express'
import type { Redis } from 'ioredis'
import type { DeskPerson } from './access.ts'
import { fateOf, type Held, heldOf } from './fates.ts'
import { bodyOf, type Guard, part } from './guard.ts'
import type { Inlet } from './inlet.ts'
import type { Nights } from './nights.ts'
import { type Refusal, refuse } from './problems.ts'
import type { Asked } from './with-night.ts'

type Parts = {
  readonly guard: Guard
  readonly nights: Nights
  readonly redis: Redis
  readonly clock: Clock
  readonly inlet: Pick<Inlet, 'requeue'>
}

/** What waits for the desk, and what the desk decides about it. [HLD1 HLD2 HLD3] */
export const createRulings = (parts: Parts): Router => {
  const { guard } = parts
  return Router()
    .get(
      '/nights/:night/held',
      guard.desk(async (request, response) => {
        const night = await parts.nights.findOpen(part(request, 'night'))
        if (night) response.json({ held: (await heldOf(parts.redis, night)).map(shownToDesk) })
        else refuse(response, 'no-such-thing', 'There is no open night of that name.')
      }),
    )
    .post(
      '/nights/:night/declarations/:id/release',
      guard.desk((request, response, who) =>
        rule(parts, { request, response, who }, { into: 'released', mayNot: notReleasable }),
      ),
    )
    .post(
      '/nights/:night/declarations/:id/reject',
      guard.desk((request, response, who) =>
        rule(parts, { request, response, who }, { into: 'rejected', mayNot: () => null }),
      ),
    )
}

/** A submission as it came, with its reasons, and whether a second person may let it through. */
const shownToDesk = ({ submission, ...fate }: Held) => ({
  ...fate,
  releasable: fate.reasons.every(({ code }) => mayBeReleased(code)),
  ...submission,
})

const notReleasable = ({ submission, reasons }: Held, who: DeskPerson): Refusal | null => {
  const sender = 'by' in submission ? submission.by : null
  if (sender === who.id) {
    return {
      code: 'second-person',
      detail: `${who.name} sent this. A second person has to look at it and let it through.`,
    }
  }
  const firm = reasons.find(({ code }) => !mayBeReleased(code))
  return firm
    ? {
        code: 'cannot-be-released',
        detail: `${firm.words} That cannot be overruled: reject it, and send it anew as it should be.`,
      }
    : null
}

type Call = Asked & { readonly who: DeskPerson }
type Kind = {
  readonly into: 'released' | 'rejected'
  readonly mayNot: (held: Held, who: DeskPerson) => Refusal | null
}

const rule = async (
  parts: Parts,
  { request, response, who }: Call,
  { into, mayNot }: Kind,
): Promise<void> => {
  const id = part(request, 'id')
  const night = await parts.nights.findOpen(part(request, 'night'))
  const fate = night ? await fateOf(parts.redis, night, id) : null
  if (!night || !fate) return refuse(response, 'no-such-thing', 'Nothing of that id was received.')
  if (fate.status !== 'held') {
    return refuse(response, 'not-held', `It is not held back: it is ${fate.status}.`)
  }
  const call = bodyOf(RulingCall, request, response)
  if (!call) return
  const refusal = mayNot(fate, who)
  if (refusal) return refuse(response, refusal.code, refusal.detail)
  const ruling = { ...call, by: who.id, at: instant(parts.clock.now()) }
  if (await write(parts, night, { id, into, ruling }))
    response.status(202).json({ id, status: into })
  else refuse(response, 'not-held', 'Somebody else was faster: it is not held back any more.')
}

/** KEYS held, into, pending · ARGV id, ruling, "1" where it goes to the worker again · 0 when it was not held. */
const ruleScript = `
if redis.call('HDEL', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
if ARGV[3] == '1' then redis.call('SADD', KEYS[3], ARGV[1]) end
return 1`

const write = async (
  { redis, inlet }: Parts,
  night: OpenNight,
  {
    id,
    into,
    ruling,
  }: { readonly id: string; readonly into: Kind['into']; readonly ruling: Ruling },
): Promise<boolean> => {
  const keys = nightKeys(night.mode, night.id, night.run)
  const isReleased = into === 'released'
  const values = [id, JSON.stringify(ruling), isReleased ? '1' : '0']
  const written = await redis.eval(ruleScript, 3, keys.held, keys[into], keys.pending, ...values)
  if (written !== 1) return false
  if (isReleased) await inlet.requeue({ night: night.id, mode: night.mode, run: night.run, id })
  return true
}
