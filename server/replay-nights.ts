import { definitionsKey, nightKeys, nightsKey, replaysKey } from '@night/shared/names'
import { OpenNight } from '@night/shared/night'
import { positionAt, type Replay, type ReplayChange } from '@night/shared/replay'
import { milliseconds } from '@night/shared/time'
import type { Redis } from 'ioredis'
import type { Night } from './night.ts'

/** Keeps a replay, and with it the run that its night is in. */
export const keep = async (redis: Redis, replay: Replay): Promise<Replay> => {
  const text = await redis.hget(nightsKey, replay.night)
  const night = { ...OpenNight.parse(JSON.parse(text ?? 'null')), run: replay.run }
  await redis
    .multi()
    .hset(replaysKey, replay.id, JSON.stringify(replay))
    .hset(nightsKey, replay.night, JSON.stringify(night))
    .exec()
  return replay
}

/** To the moment of the next event, and stay there. */
export const nextStep = ({ events }: Night, replay: Replay, now: number): ReplayChange => {
  const here = positionAt(replay, now)
  const next = events.find(({ at }) => milliseconds(at) > here)
  return { playing: false, ...(next && { position: next.at }) }
}

/** A replay is no record of anything: its night goes at once, its log when the day is over. */
export const remove = async (redis: Redis, { id, night, run }: Replay): Promise<void> => {
  const keys = Object.values(nightKeys('replay', night, run))
  await Promise.all(keys.map((key) => redis.expire(key, 86_400)))
  await redis.multi().hdel(replaysKey, id).hdel(nightsKey, night).hdel(definitionsKey, night).exec()
}
