import type { NightEvent } from '@night/shared/event'
import { definitionsKey, nightKeys } from '@night/shared/names'
import { NightDefinition, type OpenNight } from '@night/shared/night'
import { type Clock, milliseconds, type Stopwatch } from '@night/shared/time'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { emptyNight, type Night, withEvents } from './night.ts'
import { createTail } from './tail.ts'

/** Who is told what happens to a night. */
export type NightListener = {
  readonly onEvents: (night: Night, events: readonly NightEvent[]) => void
  /** All that was said of this night is void; this is the night now. */
  readonly onReset: (night: Night) => void
  readonly onGone: (id: string) => void
}

/** When the last event came, on the clock, null where that is not known; and when the log was last looked at, on the stopwatch. */
export type Freshness = { readonly heardAt: number | null; readonly readAt: number }

export type Followed = {
  readonly run: number
  /** The key of its log. */
  readonly key: string
  readonly now: () => Night
  readonly freshness: () => Freshness
  readonly isSound: () => boolean
  readonly close: () => void
}

type Parts = {
  readonly redis: Redis
  readonly clock: Clock
  readonly stopwatch: Stopwatch
  readonly log: Logger
  readonly tell: NightListener
}

/** Follows an open night's log in memory. What it holds already when it resolves is told as a reset. */
export const follow = async (parts: Parts, open: OpenNight): Promise<Followed> => {
  const { redis, clock, stopwatch, log, tell } = parts
  const text = await redis.hget(definitionsKey, open.id)
  const definition = NightDefinition.parse(JSON.parse(text ?? 'null'))
  const { log: key } = nightKeys(open.mode, open.id, open.run)
  let night = emptyNight(definition, open.mode, open.run)
  let heardAt: number | null = null
  let isAnnounced = false
  const tail = await createTail({
    redis,
    stopwatch,
    night: open.id,
    key,
    log,
    onEvents: (events) => {
      night = withEvents(night, events)
      heardAt = isAnnounced ? clock.now() : publishedAt(night)
      if (isAnnounced) tell.onEvents(night, events)
    },
    onReset: () => {
      night = emptyNight(definition, open.mode, open.run)
      heardAt = null
      if (isAnnounced) tell.onReset(night)
    },
  })
  isAnnounced = true
  tell.onReset(night)
  return {
    run: open.run,
    key,
    now: () => night,
    freshness: () => ({ heardAt, readAt: tail.readAt() }),
    isSound: tail.isSound,
    close: tail.close,
  }
}

/** When the last event was published; what a replay says of that is of another night. */
const publishedAt = ({ mode, events }: Night): number | null => {
  const last = events.at(-1)
  return last === undefined || mode === 'replay' ? null : milliseconds(last.publishedAt)
}
