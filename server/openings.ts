import { Declaration } from '@night/shared/declaration'
import { definitionsKey, nightsKey } from '@night/shared/names'
import { NightDefinition, NightId, OpenMode, type OpenNight } from '@night/shared/night'
import { accept, type Inlet } from '@night/shared/submission'
import { type Clock, instant } from '@night/shared/time'
import { type Request, type Response, Router } from 'express'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { formWords } from './form-words.ts'
import { bodyOf, type Guard, isOfNight, notOfNight } from './guard.ts'
import { jsonBody } from './json-body.ts'
import type { Nights } from './nights.ts'
import { refuse } from './problems.ts'
import type { Recordings } from './recordings.ts'

/**
 * A night that names a seat twice is never complete, and of two candidates with one id nobody knows whose votes are
 * meant; one whose id no declaration takes can never be declared, nor can what would overturn a majority of more than
 * all votes. A slip of the hand here would show on the night.
 */
const Definition = NightDefinition.superRefine(({ contests }, context) => {
  const say = (message: string): void =>
    context.addIssue({ code: 'custom', path: ['contests'], message })
  const seat = twice(contests.map(({ constituency }) => constituency.id))
  if (seat !== undefined) say(`${seat} is there twice`)
  for (const { constituency, candidates, previous } of contests) {
    if (previous && previous.majority > previous.valid)
      say(`${constituency.name} had a majority of more than all votes last time`)
    const candidate = twice(candidates.map(({ id }) => id))
    if (candidate !== undefined) say(`“${candidate}” stands twice in ${constituency.name}`)
    const rows = candidates.map(({ id }) => ({ candidate: id, votes: 0 }))
    const declared = Declaration.shape.votes.safeParse(rows)
    if (!declared.success)
      say(`${constituency.name} could not be declared: ${formWords(declared.error)}`)
  }
})

const twice = (ids: readonly string[]): string | undefined =>
  ids.find((id, place) => ids.indexOf(id) !== place)

const head = { id: NightId, mode: OpenMode.exclude(['replay']) }
export const Opening = z.union([
  z.strictObject({ ...head, from: NightId }),
  z.strictObject({ ...head, definition: Definition }),
])

/** A general election's definition is 700 KB; only the desk may send so much, and only here. */
const large = jsonBody('3mb')
const readLarge = (request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    large(request, response, (fault?: unknown) => (fault ? reject(fault) : resolve()))
  })

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
    guard.desk(async (request, response, who) => {
      await readLarge(request, response)
      const opening = bodyOf(Opening, request, response)
      if (!opening) return
      // The newest night is on every screen whose address names none.
      if (!isOfNight(who, opening.id))
        return refuse(response, 'not-allowed', notOfNight(who).detail)
      const source =
        'from' in opening ? (await recordings.find(opening.from))?.definition : opening.definition
      if (!source)
        return refuse(response, 'no-such-thing', 'There is no recorded night of that name.')
      const openedAt = instant(clock.now())
      const night: OpenNight = { id: opening.id, mode: opening.mode, run: 1, openedAt }
      const isNew =
        (await recordings.find(opening.id)) === null && (await openNight(redis, night, source))
      const open = isNew ? night : await nights.findOpen(opening.id)
      // Whoever opened it may have died before it was said; saying it again changes nothing. A replay says it itself.
      if (open && open.mode !== 'replay')
        await accept(inlet, open, { kind: 'opening', at: open.openedAt, run: open.run })
      if (!isNew) return refuse(response, 'exists-already', `“${opening.id}” is taken.`)
      response.status(201).location(`/api/nights/${night.id}`).json(night)
    }),
  )

/** KEYS nights, definitions · ARGV id, night, definition · 1 when it is new. */
const openScript = `
if redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 0 then return 0 end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
return 1`

/** Writes a night down with what is known of it, in one step; false when the name is taken. */
export const openNight = async (
  redis: Redis,
  night: OpenNight,
  definition: NightDefinition,
): Promise<boolean> => {
  const named = JSON.stringify({ ...definition, id: night.id })
  const values = [night.id, JSON.stringify(night), named]
  return (await redis.eval(openScript, 2, nightsKey, definitionsKey, ...values)) === 1
}
