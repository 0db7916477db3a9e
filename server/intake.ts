import { Declaration } from '@night/shared/declaration'
import type { OpenNight } from '@night/shared/night'
import { accept, type Inlet } from '@night/shared/submission'
import { type Clock, instant } from '@night/shared/time'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { Identity } from './access.ts'
import { notArmed } from './arming.ts'
import { embargo } from './embargo.ts'
import { type Guard, mayDeclare, notOfNight, part } from './guard.ts'
import { fateOf } from './fates.ts'
import type { Walk } from './measures/walk.ts'
import type { Night } from './night.ts'
import type { Nights } from './nights.ts'
import { formWords } from './form-words.ts'
import { refuse, type Refusal } from './problems.ts'
import { isWithinRate } from './rate.ts'
import { keepRefused } from './refusals.ts'
import type { Asked } from './with-night.ts'

type Parts = {
  readonly guard: Guard
  readonly nights: Nights
  readonly inlet: Inlet
  readonly clock: Clock
  readonly redis: Redis
  readonly walk: Walk
}

/** The door for declarations. 202 means that Redis has it on disk; what becomes of it can be asked. [SEC3 LOG1] */
export const createIntake = (parts: Parts): Router => {
  const { guard, walk } = parts
  const door: RequestHandler = (request, response, next) => {
    const arrived = walk.now()
    const opened = guard.writer((_request, _response, who) =>
      take(parts, { request, response, who, arrived }),
    )
    return opened(request, response, next)
  }
  return Router()
    .post('/nights/:night/declarations', door)
    .get('/nights/:night/declarations/:id', guard.reader, (request, response) =>
      tell(parts, request, response),
    )
}

type Call = Asked & {
  readonly who: Identity
  /** When it was read, on the stopwatch. */
  readonly arrived: number
}

const take = async (parts: Parts, { request, response, who, arrived }: Call): Promise<void> => {
  const id = part(request, 'night')
  const { open, night } = await parts.nights.look(id)
  if (!night) return refuse(response, 'no-such-thing', `There is no night “${id}”.`)
  if (!open || open.mode === 'replay') {
    return refuse(
      response,
      'not-allowed',
      'A recording cannot be declared into; open a night from it instead.',
    )
  }
  const heard = await declarationIn(parts, { request, who }, { open, night })
  if ('code' in heard) {
    const { code, detail, constituency } = heard
    const at = instant(parts.clock.now())
    const refused = { at, from: who.name, constituency, code, words: detail }
    // Whoever sends too much must not push everybody else out of the list.
    if (code !== 'too-many') await keepRefused(parts.redis, open, refused)
    return refuse(response, code, detail)
  }
  // Its event may be here before the answer is.
  parts.walk.arrived({ night: id, ...heard }, arrived)
  const submission = await accept(parts.inlet, open, {
    kind: 'declaration',
    declaration: heard,
    by: who.id,
  })
  response
    .status(202)
    .location(`/api/nights/${id}/declarations/${submission}`)
    .json({ id: submission, status: 'queued' })
  parts.walk.answered(arrived)
}

type Refused = Refusal & { readonly constituency: string | null }

/** The declaration in the body, or why it is not taken. */
const declarationIn = async (
  parts: Parts,
  { request, who }: Pick<Call, 'request' | 'who'>,
  { open, night }: { readonly open: OpenNight; readonly night: Night },
): Promise<Declaration | Refused> => {
  if (!(await isWithinRate(parts.redis, who))) return { ...tooMany, constituency: null }
  const parsed = Declaration.safeParse(request.body)
  if (!parsed.success) {
    const detail = formWords(parsed.error)
    return { code: 'does-not-fit', detail, constituency: seatIn(request.body, night) }
  }
  const { data: declaration } = parsed
  const { constituency } = declaration
  const contest = night.definition.contests.find(({ constituency: { id } }) => id === constituency)
  const place = contest?.constituency.name ?? constituency
  const refusal =
    notAllowed(who, open, { constituency, place }) ??
    (contest ? null : notHere(constituency)) ??
    embargo({ open, definition: night.definition }, parts.clock, declaration.declaredAt) ??
    (await notArmed(parts.redis, open))
  return refusal ? { ...refusal, constituency } : declaration
}

const Seat = z.looseObject({ constituency: Declaration.shape.constituency })

/** The seat that a body of whatever form is about, as far as it says one of this night. [HLD4] */
const seatIn = (body: unknown, { definition }: Night): string | null => {
  const { data } = Seat.safeParse(body)
  const contest = definition.contests.find(({ constituency: { id } }) => id === data?.constituency)
  return contest?.constituency.id ?? null
}

const tooMany: Refusal = {
  code: 'too-many',
  detail: 'More than thirty declarations in a minute. Wait a minute, then send again.',
}

const notAllowed = (
  who: Identity,
  night: OpenNight,
  { constituency, place }: { readonly constituency: string; readonly place: string },
): Refusal | null => {
  if (mayDeclare(who, night.id, constituency)) return null
  return who.role === 'desk'
    ? notOfNight(who)
    : { code: 'not-allowed', detail: `${who.name} may not declare ${place} on this night.` }
}

const notHere = (constituency: string): Refusal => ({
  code: 'no-such-contest',
  detail: `${constituency} is not contested on this night.`,
})

/** Whoever knows the id knows what was sent: it is made from that. */
const tell = async (parts: Parts, request: Request, response: Response): Promise<void> => {
  const night = await parts.nights.findOpen(part(request, 'night'))
  const fate = night ? await fateOf(parts.redis, night, part(request, 'id')) : null
  if (!fate) return refuse(response, 'no-such-thing', 'Nothing of that id was received.')
  const { submission: _submission, ...answer } = fate
  response.json(answer)
}
