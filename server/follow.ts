import type { NightEvent } from '@night/shared/event'
import { definitionsKey, nightKeys } from '@night/shared/names'
import { NightDefinition, type OpenNight } from '@night/shared/night'
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

export type Followed = {
  readonly run: number
  readonly now: () => Night
  readonly isSound: () => boolean
  readonly close: () => Promise<void>
}

type Parts = { readonly redis: Redis; readonly log: Logger; readonly tell: NightListener }

/** Follows an open night's log in memory. What it holds already when it resolves is told as a reset. */
export const follow = async ({ redis, log, tell }: Parts, open: OpenNight): Promise<Followed> => {
  const text = await redis.hget(definitionsKey, open.id)
  const definition = NightDefinition.parse(JSON.parse(text ?? 'null'))
  let night = emptyNight(definition, open.mode, open.run)
  let isAnnounced = false
  const tail = await createTail({
    redis,
    key: nightKeys(open.mode, open.id, open.run).log,
    log,
    onEvents: (events) => {
      night = withEvents(night, events)
      if (isAnnounced) tell.onEvents(night, events)
    },
    onReset: () => {
      night = emptyNight(definition, open.mode, open.run)
      if (isAnnounced) tell.onReset(night)
    },
  })
  isAnnounced = true
  tell.onReset(night)
  return { run: open.run, now: () => night, isSound: tail.isSound, close: tail.close }
}
