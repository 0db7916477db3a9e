import { Closing, FlashCall, NoteCall, StatusCall, Withdrawal } from '@night/shared/desk'
import { accept, type Inlet, type Submission } from '@night/shared/submission'
import { type Clock, instant } from '@night/shared/time'
import { inTurn } from '@night/shared/turn'
import { type Request, type Response, Router } from 'express'
import type { Redis } from 'ioredis'
import type { z } from 'zod'
import { notArmed } from './arming.ts'
import { embargo } from './embargo.ts'
import { eventsNow } from './events-now.ts'
import { bodyOf, type Guard, part } from './guard.ts'
import type { Nights } from './nights.ts'
import { refuse } from './problems.ts'

type Parts = {
  readonly guard: Guard
  readonly nights: Nights
  readonly inlet: Inlet
  readonly clock: Clock
  readonly redis: Redis
}
type Sent = { readonly at: string; readonly by: string }

/** What the desk itself says of a night: notes, how a count goes, a flash, a withdrawal. [STA1 STA2 FLA1 COR2] */
export const createDeskCalls = (parts: Parts): Router =>
  Router()
    .post(
      '/nights/:night/notes',
      calls(parts, { schema: NoteCall, before: true }, (note, sent) => ({
        kind: 'note',
        note,
        ...sent,
      })),
    )
    .post(
      '/nights/:night/status',
      calls(parts, { schema: StatusCall, before: true }, (status, sent) => ({
        kind: 'status',
        status,
        ...sent,
      })),
    )
    .post(
      '/nights/:night/flashes',
      calls(parts, { schema: FlashCall }, (flash, sent) => ({ kind: 'flash', flash, ...sent })),
    )
    .post(
      '/nights/:night/closing',
      calls(parts, { schema: Closing }, (_call, { at }) => ({ kind: 'closing', at })),
    )
    .post(
      '/nights/:night/withdrawals',
      calls(parts, { schema: Withdrawal }, (withdrawal, sent) => ({
        kind: 'withdrawal',
        withdrawal,
        ...sent,
      })),
    )

const calls = <Schema extends z.ZodType<{ constituency: string | null }>>(
  parts: Parts,
  { schema, before = false }: { readonly schema: Schema; readonly before?: boolean },
  toSubmission: (call: z.infer<Schema>, sent: Sent) => Submission,
) =>
  parts.guard.desk(async (request: Request, response: Response, who) => {
    const id = part(request, 'night')
    const { open, night } = await parts.nights.look(id)
    if (!night) return refuse(response, 'no-such-thing', `There is no night “${id}”.`)
    if (!open || open.mode === 'replay')
      return refuse(response, 'not-allowed', 'A recording cannot be written into.')
    const call = bodyOf(schema, request, response)
    if (!call) return
    const { constituency } = call
    if (constituency !== null && !(constituency in night.board.seatsById)) {
      return refuse(response, 'no-such-contest', `${constituency} is not contested on this night.`)
    }
    const refusal = embargo({ open, definition: night.definition }, parts.clock)
    if (refusal && !before) return refuse(response, refusal.code, refusal.detail)
    const unarmed = await notArmed(parts.redis, open)
    if (unarmed) return refuse(response, unarmed.code, unarmed.detail)
    const sent = { at: instant(parts.clock.now()), by: who.id }
    const events = await eventsNow(parts.redis, open, night)
    const said = inTurn(toSubmission(call, sent), events)
    const submission = await accept(parts.inlet, open, said)
    response
      .status(202)
      .location(`/api/nights/${id}/declarations/${submission}`)
      .json({ id: submission, status: 'queued' })
  })
