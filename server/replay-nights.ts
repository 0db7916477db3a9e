import {
  alertKeys,
  definitionsKey,
  nightKeys,
  nightsKey,
  replaysKey,
  runsKey,
} from '@night/shared/names'
import { OpenNight } from '@night/shared/night'
import { positionAt, type Replay, type ReplayChange } from '@night/shared/replay'
import { milliseconds } from '@night/shared/time'
import type { Redis } from 'ioredis'
import type { Night } from './night.ts'

/** A run that this night never had, so that no log is written on by two replays. [RPL4] */
export const nextRun = (redis: Redis, night: string): Promise<number> =>
  redis.hincrby(runsKey, night, 1)

/** Keeps a replay, and with it the run that its night is in; a run that was left goes when the day is over. */
export const keep = async (redis: Redis, replay: Replay): Promise<Replay> => {
  const text = await redis.hget(nightsKey, replay.night)
  const night = OpenNight.parse(JSON.parse(text ?? 'null'))
  const run = replay.run > night.run ? await nextRun(redis, replay.night) : night.run
  const kept = { ...replay, run }
  if (run !== night.run) await forget(redis, replay.night, night.run)
  await redis
    .multi()
    .hset(replaysKey, replay.id, JSON.stringify(kept))
    .hset(nightsKey, replay.night, JSON.stringify({ ...night, run }))
    .exec()
  return kept
}

const aDay = 86_400

/** A replay is no record of anything. */
const forget = async (redis: Redis, night: string, run: number): Promise<void> => {
  const keys = Object.values(nightKeys('replay', night, run))
  await Promise.all(keys.map((key) => redis.expire(key, aDay)))
}

const forgetAlerts = async (redis: Redis, night: string): Promise<void> => {
  const { subscriptions, outbox, acknowledged, ...rest } = alertKeys('replay', night)
  const devices = await redis.hkeys(subscriptions)
  const keys = [
    ...Object.values(rest),
    ...devices.flatMap((one) => [outbox(one), acknowledged(one)]),
  ]
  await Promise.all([subscriptions, ...keys].map((key) => redis.expire(key, aDay)))
}

/** To the moment of the next event, and stay there. */
export const nextStep = ({ events }: Night, replay: Replay, now: number): ReplayChange => {
  const here = positionAt(replay, now)
  const next = events.find(({ at }) => milliseconds(at) > here)
  return { playing: false, ...(next && { position: next.at }) }
}

/** Its night goes at once, its log when the day is over. */
export const remove = async (redis: Redis, { id, night, run }: Replay): Promise<void> => {
  await forget(redis, night, run)
  await forgetAlerts(redis, night)
  await redis.multi().hdel(replaysKey, id).hdel(nightsKey, night).hdel(definitionsKey, night).exec()
}
