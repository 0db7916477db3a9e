import { definitionsKey, nightsKey } from '@night/shared/names'
import { NightDefinition, NightId, OpenMode, type OpenNight } from '@night/shared/night'
import { accept, type Inlet } from '@night/shared/submission'
import { type Clock, instant } from '@night/shared/time'
import { Router } from 'express'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { bodyOf, type Guard } from './guard.ts'
import type { Nights } from './nights.ts'
import { refuse } from './problems.ts'
import type { Recordings } from './recordings.ts'

const head = { id: NightId, mode: OpenMode.exclude(['replay']) }
const Opening = z.union([
  z.strictObject({ ...head, from: NightId }),
  z.strictObject({ ...head, definition: NightDefinition }),
])

type Parts = {
  readonly guard: Guard
  readonly redis: Redis
  readonly recordings: Recordings
  readonly nights: Nights
  readonly inlet: Inlet
  readonly clock: Clock
}

/** The desk opens a night: from what a recorded one knew before the polls closed, or from a definition. [LOG7] */
export const createOpenings = ({ guard, redis, recordings, nights, inlet, clock }: Parts): Router =>
  Router().post(
    '/nights',
    guard.desk(async (request, response) => {
      const opening = bodyOf(Opening, request, response)
      if (!opening) return
      const source =
        'from' in opening ? (await recordings.find(opening.from))?.definition : opening.definition
      if (!source)
        return refuse(response, 'no-such-thing', 'There is no recorded night of that name.')
      if (await nights.find(opening.id))
        return refuse(response, 'exists-already', `“${opening.id}” is taken.`)
      const definition = { ...source, id: opening.id }
      const openedAt = instant(clock.now())
      const night: OpenNight = { id: opening.id, mode: opening.mode, run: 1, openedAt }
      await openNight(redis, night, definition)
      await accept(inlet, night, { kind: 'opening', at: openedAt, run: 1 })
      response.status(201).location(`/api/nights/${night.id}`).json(night)
    }),
  )

/** Writes a night down, definition first, so that whoever sees the night finds what it needs. */
export const openNight = async (
  redis: Redis,
  night: OpenNight,
  definition: NightDefinition,
): Promise<void> => {
  await redis.hset(definitionsKey, night.id, JSON.stringify(definition))
  await redis.hset(nightsKey, night.id, JSON.stringify(night))
}
