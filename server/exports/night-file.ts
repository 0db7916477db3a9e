import { replaysKey } from '@night/shared/names'
import { nightFileText } from '@night/shared/recorded'
import { Replay } from '@night/shared/replay'
import { Router } from 'express'
import type { Redis } from 'ioredis'
import { sendText } from '../compressed.ts'
import { sha256 } from '../sha256.ts'
import { fileName } from './mode-mark.ts'
import { type ExportParts, ofNight } from './of-night.ts'

type Parts = ExportParts & { readonly redis: Redis }

/** Any night as one file. A replay is given out under the name of what it replays. [RPL6] */
export const createNightFile = (parts: Parts): Router =>
  Router().get(
    '/nights/:night/night.ndjson',
    ...ofNight(parts, async ({ definition, mode, events }, { request, response }) => {
      const name = (await replayedNight(parts.redis, definition.id)) ?? definition.id
      const text = nightFileText({ ...definition, id: name }, events, sha256)
      response
        .type('application/x-ndjson')
        .set('Cache-Control', 'no-cache')
        .set('Content-Disposition', `attachment; filename="${fileName(mode, `${name}.ndjson`)}"`)
      await sendText(request, response, text)
    }),
  )

const replayedNight = async (redis: Redis, id: string): Promise<string | null> =>
  (await redis.hvals(replaysKey))
    .map((text) => Replay.parse(JSON.parse(text)))
    .find(({ night }) => night === id)?.of ?? null
