import { replaysKey } from '@night/shared/names'
import { positionAt, Replay, ReplayChange } from '@night/shared/replay'
import { type Clock, instant } from '@night/shared/time'
import { type Response, Router } from 'express'
import type { Redis } from 'ioredis'
import type { DeskPerson } from './access.ts'
import { beginReplay, NewReplay } from './begin-replay.ts'
import { drive, type Driving } from './drive.ts'
import type { Clocks } from './clocks.ts'
import { bodyOf, type Guard, part } from './guard.ts'
import { nextStep, remove } from './replay-nights.ts'
import { type Refusal, refuse } from './problems.ts'
import type { Recordings } from './recordings.ts'
import type { Asked } from './with-night.ts'

type Parts = {
  readonly guard: Guard
  readonly redis: Redis
  readonly recordings: Recordings
  readonly clock: Clock
  readonly clocks: Pick<Clocks, 'learn'>
}

/** Recorded nights again, each in a night of its own that nothing on air can be mistaken for. [RPL1–RPL5] */
export const createReplays = (parts: Parts): Router => {
  const { guard } = parts
  return Router()
    .post(
      '/replays',
      guard.desk((request, response, who) => begin(parts, { request, response }, who)),
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
      guard.desk(async (request, response, who) => {
        const wanted = bodyOf(ReplayChange, request, response)
        if (wanted) await move(parts, { request, response }, { who, wanted: async () => wanted })
      }),
    )
    .post(
      '/replays/:id/step',
      guard.desk((request, response, who) =>
        move(parts, { request, response }, { who, wanted: (replay) => step(parts, replay) }),
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

const step = async (parts: Parts, replay: Replay): Promise<ReplayChange | Refusal> => {
  const recorded = await parts.recordings.find(replay.of)
  if (recorded) return nextStep(recorded, replay, parts.clock.now())
  const detail = `The recording “${replay.of}” is not here any more.`
  return { code: 'no-such-thing', detail }
}

const shown = ({ clock }: Parts, replay: Replay) => ({
  ...replay,
  position: instant(positionAt(replay, clock.now())),
})

const showAll = async (parts: Parts, response: Response): Promise<void> => {
  const texts = Object.values(await parts.redis.hgetall(replaysKey))
  response.json({ replays: texts.map((text) => shown(parts, Replay.parse(JSON.parse(text)))) })
}

const move = async (
  parts: Parts,
  { request, response }: Asked,
  driving: Driving,
): Promise<void> => {
  const moved = await drive(parts, part(request, 'id'), driving)
  if ('code' in moved) refuse(response, moved.code, moved.detail)
  else response.json(shown(parts, moved))
}

const withReplay = async (
  { redis }: Parts,
  { request, response }: Asked,
  use: (replay: Replay) => Promise<void>,
): Promise<void> => {
  const text = await redis.hget(replaysKey, part(request, 'id'))
  if (text === null) return refuse(response, 'no-such-thing', 'There is no such replay.')
  await use(Replay.parse(JSON.parse(text)))
}

const begin = async (
  parts: Parts,
  { request, response }: Asked,
  who: DeskPerson,
): Promise<void> => {
  const wanted = bodyOf(NewReplay, request, response)
  if (!wanted) return
  const begun = await beginReplay({ ...parts, who }, wanted, await parts.recordings.find(wanted.of))
  if ('code' in begun) return refuse(response, begun.code, begun.detail)
  parts.clocks.learn(begun)
  response.status(201).location(`/api/replays/${begun.id}`).json(begun)
}
