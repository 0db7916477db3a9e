import { definitionsKey, nightsKey, replaysKey } from '@night/shared/names'
import { Replay } from '@night/shared/replay'
import type { Redis } from 'ioredis'
import { definitionOf, nightName, october } from './night.ts'

const start = '2023-10-19T21:00:00.000Z'

/** A replay written straight into Redis, which nobody conducts. */
export const openReplay = async (redis: Redis): Promise<Replay> => {
  const night = nightName()
  const replay = Replay.parse({
    id: night.slice(-8),
    of: october,
    night,
    run: 1,
    speed: 1,
    playing: false,
    from: start,
    to: start,
    position: start,
    setAt: start,
  })
  const open = { id: night, mode: 'replay', run: 1, openedAt: start }
  const definition = { ...(await definitionOf(october)), id: night }
  await redis.hset(definitionsKey, night, JSON.stringify(definition))
  await redis.hset(nightsKey, night, JSON.stringify(open))
  await redis.hset(replaysKey, replay.id, JSON.stringify(replay))
  return replay
}
