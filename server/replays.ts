import { replaysKey } from '@night/shared/names'
import { NightId } from '@night/shared/night'
import { changed, positionAt, Replay, ReplayChange, Speed } from '@night/shared/replay'
import { type Clock, instant, milliseconds } from '@night/shared/time'
import { type Request, type Response, Router } from 'express'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { bodyOf, type Guard, part } from './guard.ts'
import { openNight } from './openings.ts'
import { keep, nextStep, remove } from './replay-nights.ts'
import { refuse } from './problems.ts'
import { randomName } from './random-name.ts'
import type { Recordings } from './recordings.ts'

const moment = z.iso.datetime({ offset: true })
const NewReplay = z.strictObject({
  id: Replay.shape.id.optional(),
  of: NightId,
  speed: Speed,
  from: moment.optional(),
  to: moment.optional(),
})

type Parts = {
  readonly guard: Guard
  readonly redis: Redis
  readonly recordings: Recordings
  readonly clock: Clock
}

/** Recorded nights again, each in a night of its own that nothing on air can be mistaken for. [RPL1–RPL5] */
export const createReplays = (parts: Parts): Router => {
  const { guard } = parts
  return Router()
    .post(
      '/replays',
      guard.desk((request, response) => begin(parts, request, response)),
    )
    .get('/replays', guard.reader, (_request, response) => showAll(parts, response))
    .get('/replays/:id', guard.reader, (request, response) =>
      withReplay(
        parts,
        { request, response },
        async (replay) => void response.json(shown(parts, replay)),
      ),
    )
    .patch(
      '/replays/:id',
      guard.desk((request, response) =>
        change(parts, { request, response }, async () => bodyOf(ReplayChange, request, response)),
      ),
    )
    .post(
      '/replays/:id/step',
      guard.desk((request, response) =>
        change(parts, { request, response }, async (replay) => {
          const recorded = await parts.recordings.find(replay.of)
          return recorded && nextStep(recorded, replay, parts.clock.now())
        }),
      ),
    )
    .delete(
      '/replays/:id',
      guard.desk((request, response) =>
        withReplay(parts, { request, response }, async (replay) => {
          await remove(parts.redis, replay)
          response.status(204).end()
        }),
      ),
    )
}

type Call = { readonly request: Request; readonly response: Response }

const shown = ({ clock }: Parts, replay: Replay) => ({
  ...replay,
  position: instant(positionAt(replay, clock.now())),
})

const showAll = async (parts: Parts, response: Response): Promise<void> => {
  const texts = Object.values(await parts.redis.hgetall(replaysKey))
  response.json({ replays: texts.map((text) => shown(parts, Replay.parse(JSON.parse(text)))) })
}

const change = (
  parts: Parts,
  call: Call,
  wanted: (replay: Replay) => Promise<ReplayChange | null>,
): Promise<void> =>
  withReplay(parts, call, async (replay) => {
    const next = await wanted(replay)
    if (!next) return
    const kept = await keep(parts.redis, changed(replay, next, parts.clock.now()))
    call.response.json(shown(parts, kept))
  })

const withReplay = async (
  { redis }: Parts,
  { request, response }: Call,
  use: (replay: Replay) => Promise<void>,
): Promise<void> => {
  const text = await redis.hget(replaysKey, part(request, 'id'))
  if (text === null) return refuse(response, 'no-such-thing', 'There is no such replay.')
  await use(Replay.parse(JSON.parse(text)))
}

const begin = async (parts: Parts, request: Request, response: Response): Promise<void> => {
  const { redis, recordings, clock } = parts
  const body = bodyOf(NewReplay, request, response)
  if (!body) return
  const recorded = await recordings.find(body.of)
  const [first, last] = [recorded?.events.at(0), recorded?.events.at(-1)]
  if (!recorded || !first || !last)
    return refuse(response, 'no-such-thing', `There is no recording of “${body.of}”.`)
  const id = body.id ?? randomName(6)
  if (await redis.hexists(replaysKey, id))
    return refuse(response, 'exists-already', `Replay “${id}” is there already.`)
  const from = instant(milliseconds(body.from ?? first.at))
  const to = instant(milliseconds(body.to ?? last.at))
  if (from > to) return refuse(response, 'does-not-fit', '“from” is later than “to”.')
  const setAt = instant(clock.now())
  const night = `${body.of.slice(0, 60)}-replay-${id}`
  const replay = {
    id,
    of: body.of,
    night,
    run: 1,
    from,
    to,
    speed: body.speed,
    playing: true,
    position: from,
    setAt,
  }
  await openNight(
    redis,
    { id: night, mode: 'replay', run: 1, openedAt: setAt },
    { ...recorded.definition, id: night },
  )
  response
    .status(201)
    .location(`/api/replays/${id}`)
    .json(await keep(redis, replay))
}
