import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { alertKeys, nightsKey } from '@night/shared/names'
import { OpenNight } from '@night/shared/night'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { Leader } from '../leader.ts'
import { createDevices, type Devices } from './devices.ts'
import { createMatchedNights, logOf, type MatchedNights } from './matched-night.ts'
import { placeOf } from './place.ts'
import { matchEvent, sendDue, type StepParts } from './step.ts'

type Parts = Omit<StepParts, 'devices'> & {
  /** One matches, so that none works in vain; that two would do no harm. */
  readonly leader: Leader
  readonly log: Logger
}
type Matching = Parts & {
  readonly devices: Devices
  readonly nights: MatchedNights
  readonly signal: AbortSignal
}

/** Milliseconds in which a digest that is due, or a new night, is noticed. */
const patience = 1000

/**
 * Follows the logs of nights that somebody has subscribed to, and writes each device's alerts into its outbox. How
 * far it came, what is collected and what is to be sent are written in one step, so an event that is matched twice,
 * by whatever worker, is matched once. [ALR3]
 */
export const createMatcher = (parts: Parts) => {
  const reader = parts.redis.duplicate()
  reader.on('error', (fault) =>
    parts.log.warn({ fault: fault.message }, 'alerts cannot read the log'),
  )
  const stop = new AbortController()
  const nights = createMatchedNights(parts.redis)
  const devices = createDevices(parts.redis, parts.log)
  const running = run({ ...parts, devices, nights, signal: stop.signal }, reader)
  return {
    close: async () => {
      stop.abort()
      reader.disconnect()
      await running
      await parts.leader.yields()
    },
  }
}

const run = async (matching: Matching, reader: Redis): Promise<void> => {
  const { redis, leader, log, signal } = matching
  /** Nights that cannot be matched, and why. */
  const stuck = new Map<string, string>()
  let isQuiet = true
  while (!signal.aborted) {
    try {
      const nights = (await leader.leads()) ? await subscribedNights(redis) : []
      matching.nights.keepOnly(nights)
      matching.devices.keepOnly(nights)
      for (const night of nights)
        if (isQuiet || !stuck.has(night.id)) await catchUpAlone(matching, night, stuck)
      const sound = nights.filter(({ id }) => !stuck.has(id))
      isQuiet = await (sound.length === 0
        ? rest(patience, signal)
        : isNothingNew(matching, reader, sound))
    } catch (fault) {
      if (signal.aborted) return
      log.warn({ fault: String(fault) }, 'alerts stand still; will try again')
      await rest(patience / 4, signal)
    }
  }
}

/**
 * One night that cannot be matched holds up no other: it is tried again when the others have nothing new, its log read
 * from the start. [ALR16]
 */
const catchUpAlone = async (
  matching: Matching,
  night: OpenNight,
  stuck: Map<string, string>,
): Promise<void> => {
  const { redis, nights, log, signal } = matching
  try {
    await catchUp(matching, night)
    stuck.delete(night.id)
  } catch (fault) {
    nights.forget(night.id)
    // A replay that was removed meanwhile is no fault. [RPL5]
    if ((await redis.hexists(nightsKey, night.id)) === 0) return
    const why = String(fault)
    if (!signal.aborted && stuck.get(night.id) !== why)
      log.error({ night: night.id, fault: why }, 'alerts of this night stand still; will try again')
    stuck.set(night.id, why)
  }
}

const isTrue = (): true => true

const rest = (milliseconds: number, signal: AbortSignal): Promise<true> =>
  sleep(milliseconds, undefined, { signal }).then(isTrue, isTrue)

/** Open nights that somebody waits for, live ones first. */
const subscribedNights = async (redis: Redis): Promise<OpenNight[]> => {
  const open = (await redis.hvals(nightsKey)).map((text) => OpenNight.parse(JSON.parse(text)))
  const counts = await Promise.all(
    open.map(({ mode, id }) => redis.hlen(alertKeys(mode, id).subscriptions)),
  )
  const awaited = open.filter((_, index) => (counts[index] ?? 0) > 0)
  return awaited.toSorted((a, b) => Number(b.mode === 'live') - Number(a.mode === 'live'))
}

/** False when one of these nights goes on, true when a second has passed, or when nobody is to look any more. */
const isNothingNew = async (
  { redis, signal }: Matching,
  reader: Redis,
  nights: readonly OpenNight[],
): Promise<boolean> => {
  const places = await Promise.all(nights.map((night) => placeOf(redis, night)))
  const ids = places.map(({ place }) => `${place.seq}-0`)
  const keys = [...nights.map(logOf), ...ids]
  if (signal.aborted) return true
  const answered = new AbortController()
  // What is asked of a Redis that was lost may never be answered.
  const stopped = once(signal, 'abort', { signal: answered.signal }).then(isTrue, isTrue)
  const read = reader.xread('COUNT', 1, 'BLOCK', patience, 'STREAMS', ...keys)
  const isEmpty = read.then((entries) => entries === null)
  return Promise.race([isEmpty, stopped]).finally(() => answered.abort())
}

/** Matches all that came since, one event a step, then sends what is due. */
const catchUp = async (matching: Matching, night: OpenNight): Promise<void> => {
  const { nights, redis, leader } = matching
  const { text, place } = await placeOf(redis, night)
  const { board, events } = await nights.after(night, place)
  let at = { text, place: { ...place, seq: board.seq, hash: board.hash }, board }
  for (const event of events) {
    if (event.seq % 25 === 0) await leader.leads()
    const next = await matchEvent(matching, night, { event, at })
    if (!next) return nights.forget(night.id)
    at = next
    nights.remember(night, at.board)
  }
  await sendDue(matching, night, at)
}
