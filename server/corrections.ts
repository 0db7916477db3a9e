import type { NightEvent } from '@night/shared/event'
import { type Request, type Response, Router } from 'express'
import { correctionsToAtom } from './corrections-atom.ts'
import { type Guard, part } from './guard.ts'
import type { Night } from './night.ts'
import type { Nights } from './nights.ts'
import { refuse } from './problems.ts'

export type Correction = Extract<NightEvent, { kind: 'corrected' | 'withdrawn' }>

const isCorrection = (event: NightEvent): event is Correction =>
  event.kind === 'corrected' || event.kind === 'withdrawn'

/** Everything of a night that had to be put right, the latest first: who, why, and what no longer stands. [COR4] */
export const createCorrections = (parts: {
  readonly guard: Guard
  readonly nights: Nights
}): Router => {
  const answer =
    (send: (night: Night, corrections: readonly Correction[], response: Response) => void) =>
    async (request: Request, response: Response): Promise<void> => {
      const id = part(request, 'night')
      const night = await parts.nights.find(id)
      if (!night) return refuse(response, 'no-such-thing', `There is no night “${id}”.`)
      send(night, night.events.filter(isCorrection).toReversed(), response)
    }
  return Router()
    .get(
      '/nights/:night/corrections',
      parts.guard.reader,
      answer((_night, corrections, response) => void response.json({ corrections })),
    )
    .get(
      '/nights/:night/corrections.atom',
      parts.guard.reader,
      answer((night, corrections, response) => {
        response.type('application/atom+xml; charset=utf-8')
        response.send(correctionsToAtom(night, corrections))
      }),
    )
}
