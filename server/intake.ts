import { Declaration } from '@night/shared/declaration'
import type { OpenNight } from '@night/shared/night'
import { accept, type Inlet } from '@night/shared/submission'
import type { Clock } from '@night/shared/time'
import { type Request, type Response, Router } from 'express'
import type { Identity } from './access.ts'
import { embargo } from './embargo.ts'
import { bodyOf, type Guard, part } from './guard.ts'
import { type Fate, fateOf, heldOf } from './fates.ts'
import type { Night } from './night.ts'
import type { Nights } from './nights.ts'
import { refuse, type Refusal } from './problems.ts'
import { isWithinRate } from './rate.ts'

type Parts = {
  readonly guard: Guard
  readonly nights: Nights
  readonly inlet: Inlet
  readonly clock: Clock
  readonly redis: Redis
}
type Redis = import('ioredis').Redis

/** The door for declarations. 202 means that Redis has it on disk; what becomes of it can be asked. [SEC3 LOG1] */
export const createIntake = (parts: Parts): Router => {
  const { guard } = parts
  return Router()
    .post(
      '/nights/:night/declarations',
      guard.writer((request, response, who) => take(parts, { request, response, who })),
    )
    .get('/nights/:night/declarations/:id', guard.reader, (request, response) =>
      tell(parts, request, response),
    )
    .get(
      '/nights/:night/held',
      guard.desk(async (request, response) => {
        const night = await parts.nights.findOpen(part(request, 'night'))
        if (night) response.json({ held: (await heldOf(parts.redis, night)).map(shownToDesk) })
        else refuse(response, 'no-such-thing', 'There is no open night of that name.')
      }),
    )
}

/** A declaration as it came, with its reasons; other calls of the desk under their own name. */
const shownToDesk = ({ submission, ...fate }: Fate) => ({ ...fate, ...submission })

type Call = { readonly request: Request; readonly response: Response; readonly who: Identity }

const take = async (parts: Parts, { request, response, who }: Call): Promise<void> => {
  const id = part(request, 'night')
  const open = await parts.nights.findOpen(id)
  const night = await parts.nights.find(id)
  if (!night) return refuse(response, 'no-such-thing', `There is no night “${id}”.`)
  if (!open || open.mode === 'replay') {
    return refuse(
      response,
      'not-allowed',
      'A recording cannot be declared into; open a night from it instead.',
    )
  }
  const declaration = bodyOf(Declaration, request, response)
  if (!declaration) return
  const refusal =
    notAllowed(who, open, declaration) ??
    notHere(night, declaration) ??
    embargo({ open, definition: night.definition }, parts.clock, declaration.declaredAt)
  if (refusal) return refuse(response, refusal.code, refusal.detail)
  if (!(await isWithinRate(parts.redis, who))) {
    return refuse(
      response,
      'too-many',
      'More than thirty declarations in a minute. Wait a minute, then send again.',
    )
  }
  const by = who.role === 'desk' ? 'desk' : who.officer.id
  const submission = await accept(parts.inlet, open, { kind: 'declaration', declaration, by })
  response
    .status(202)
    .location(`/api/nights/${id}/declarations/${submission}`)
    .json({ id: submission, status: 'queued' })
}

const notAllowed = (
  who: Identity,
  night: OpenNight,
  { constituency }: Declaration,
): Refusal | null => {
  if (who.role === 'desk') return null
  const { nights, constituencies, name } = who.officer
  if (nights.includes(night.id) && constituencies.includes(constituency)) return null
  return { code: 'not-allowed', detail: `${name} may not declare ${constituency} on this night.` }
}

const notHere = ({ definition }: Night, { constituency }: Declaration): Refusal | null =>
  definition.contests.some((contest) => contest.constituency.id === constituency)
    ? null
    : { code: 'no-such-contest', detail: `${constituency} is not contested on this night.` }

/** Whoever knows the id knows what was sent: it is made from that. */
const tell = async (parts: Parts, request: Request, response: Response): Promise<void> => {
  const night = await parts.nights.findOpen(part(request, 'night'))
  const fate = night ? await fateOf(parts.redis, night, part(request, 'id')) : null
  if (!fate) return refuse(response, 'no-such-thing', 'Nothing of that id was received.')
  const { submission: _submission, ...answer } = fate
  response.json(answer)
}
