import { replaysKey } from '@night/shared/names'
import { nightFileText } from '@night/shared/recorded'
import { Replay } from '@night/shared/replay'
import { type Request, type Response, Router } from 'express'
import type { Redis } from 'ioredis'
import { sendText } from './compressed.ts'
import { type Guard, part } from './guard.ts'
import type { Nights } from './nights.ts'
import { refuse } from './problems.ts'
import { sha256 } from './sha256.ts'

type Parts = { readonly guard: Guard; readonly nights: Nights; readonly redis: Redis }

/** Any night as one file. A replay is given out under the name of what it replays. [RPL6] */
export const createNightFile = (parts: Parts): Router =>
  Router().get('/nights/:night/night.ndjson', parts.guard.reader, (request, response) =>
    give(parts, request, response),
  )

const give = async (
  { nights, redis }: Parts,
  request: Request,
  response: Response,
): Promise<void> => {
  const id = part(request, 'night')
  const night = await nights.find(id)
  if (!night) return refuse(response, 'no-such-thing', `There is no night “${id}”.`)
  const name = (await replayedNight(redis, id)) ?? id
  const text = nightFileText({ ...night.definition, id: name }, night.events, sha256)
  response
    .type('application/x-ndjson')
    .set('Cache-Control', 'no-cache')
    .set('Content-Disposition', `attachment; filename="${name}.ndjson"`)
  await sendText(request, response, text)
}

const replayedNight = async (redis: Redis, id: string): Promise<string | null> =>
  (await redis.hvals(replaysKey))
    .map((text) => Replay.parse(JSON.parse(text)))
    .find(({ night }) => night === id)?.of ?? null
