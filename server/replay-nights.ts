import {
  alertKeys,
  definitionsKey,
  nightsKey,
  replaysKey,
  runsKey,
  subscribersKey,
} from '@night/shared/names'
import { OpenNight } from '@night/shared/night'
import { aDay, forgetRun, positionAt, type Replay, type ReplayChange } from '@night/shared/replay'
import { timesSaid } from '@night/shared/said-at'
import { instant } from '@night/shared/time'
import type { Redis } from 'ioredis'
import type { Night } from './night.ts'

/** A run that this night never had, so that no log is written on by two replays. [RPL4] */
export const nextRun = (redis: Redis, night: string): Promise<number> =>
  redis.hincrby(runsKey, night, 1)

/** KEYS replays, nights · ARGV replay's id, as we know it, as it becomes, night's id, the night as it becomes */
const keepScript = `
if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
redis.call('HSET', KEYS[2], ARGV[4], ARGV[5])
return 1`

/**
 * Keeps a replay that was `before`, and with it the run that its night is in; a run that was left goes when the day is
 * over. Null where somebody else changed it meanwhile, here or on another server. [RPR2]
 */
export const keep = async (
  redis: Redis,
  before: string,
  replay: Replay,
): Promise<Replay | null> => {
  const text = await redis.hget(nightsKey, replay.night)
  if (text === null) return null
  const night = OpenNight.parse(JSON.parse(text))
  const run = replay.run > night.run ? await nextRun(redis, replay.night) : night.run
  const kept = { ...replay, run }
  const become = [JSON.stringify(kept), kept.night, JSON.stringify({ ...night, run })]
  const isKept = await redis.eval(keepScript, 2, replaysKey, nightsKey, kept.id, before, ...become)
  if (isKept !== 1) return null
  if (run !== night.run) await forgetRun(redis, kept.night, night.run)
  return kept
}

const devicesOf = (redis: Redis, night: string): Promise<string[]> =>
  redis.hkeys(alertKeys('replay', night).subscriptions)

/** All that is kept of a replay's alerts. */
const keysOfAlerts = (night: string, devices: readonly string[]): string[] => {
  const { subscriptions, outbox, lines, acknowledged, ...rest } = alertKeys('replay', night)
  const ofDevices = devices.flatMap((one) => [outbox(one), lines(one), acknowledged(one)])
  return [subscriptions, ...Object.values(rest), ...ofDevices]
}

/** They are kept for the day, since some may be on their way; nobody finds their subscriptions any more. */
const forgetAlerts = async (redis: Redis, night: string): Promise<void> => {
  const devices = await devicesOf(redis, night)
  await Promise.all(keysOfAlerts(night, devices).map((key) => redis.expire(key, aDay)))
  if (devices.length > 0) await redis.hdel(subscribersKey, ...devices)
}

/** A replay of the name of one that was removed has none of its subscriptions, and keeps its own. [ALR15] */
export const dropAlerts = async (redis: Redis, night: string): Promise<void> => {
  await redis.del(keysOfAlerts(night, await devicesOf(redis, night)))
}

/** To the moment of the next event, and stay there. */
export const nextStep = ({ events }: Night, replay: Replay, now: number): ReplayChange => {
  const here = positionAt(replay, now)
  const next = timesSaid(events).find((at) => at > here)
  return { playing: false, ...(next !== undefined && { position: instant(next) }) }
}

/** Its night goes at once, its log when the day is over. */
export const remove = async (redis: Redis, { id, night, run }: Replay): Promise<void> => {
  await forgetRun(redis, night, run)
  await forgetAlerts(redis, night)
  await redis.multi().hdel(replaysKey, id).hdel(nightsKey, night).hdel(definitionsKey, night).exec()
}
