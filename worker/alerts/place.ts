import { alertKeys } from '@night/shared/names'
import type { OpenNight } from '@night/shared/night'
import type { Redis } from 'ioredis'
import { z } from 'zod'

/** Where a night's matching stands. `version` tells two steps at one place apart. */
const Place = z.strictObject({
  run: z.int(),
  seq: z.int(),
  hash: z.string(),
  version: z.int(),
})
export type Place = z.infer<typeof Place>

/** The place, and the text as it stands in Redis, by which the next step is compared. A new run begins at its start. */
export const placeOf = async (redis: Redis, night: OpenNight) => {
  const { mode, id, run } = night
  const text = (await redis.get(alertKeys(mode, id).place)) ?? ''
  const kept = text === '' ? null : Place.parse(JSON.parse(text))
  const start: Place = { run, seq: 0, hash: '', version: kept?.version ?? 0 }
  return { text, place: kept?.run === run ? kept : start }
}
