import type { ClockMessage } from '@night/shared/protocol'
import { replaysKey } from '@night/shared/names'
import { positionAt, Replay } from '@night/shared/replay'
import { type Clock, instant } from '@night/shared/time'
import type { Redis } from 'ioredis'

type Parts = { readonly redis: Redis; readonly clock: Clock }

/** What each night's clock shows: a replay's own, and the wall's for every other night. */
export const createClocks = ({ redis, clock }: Parts) => {
  let replaysByNight: ReadonlyMap<string, Replay> = new Map()
  let texts: Readonly<Record<string, string>> = {}

  const of = (night: string): ClockMessage => {
    const now = clock.now()
    const replay = replaysByNight.get(night)
    if (!replay) return { now: instant(now), speed: 1, playing: true }
    return { now: instant(positionAt(replay, now)), speed: replay.speed, playing: replay.playing }
  }

  return {
    of,
    /** A replay that was begun here, before anybody is told of it. */
    learn: (replay: Replay): void => {
      replaysByNight = new Map(replaysByNight).set(replay.night, replay)
    },
    /** Reads the replays; answers the nights whose clock was changed. */
    keepUp: async (): Promise<string[]> => {
      const found = await redis.hgetall(replaysKey)
      const changed = Object.entries(found).filter(([id, text]) => texts[id] !== text)
      const isAsBefore =
        changed.length === 0 && Object.keys(found).length === Object.keys(texts).length
      if (isAsBefore) return []
      const replays = Object.values(found).map((text) => Replay.parse(JSON.parse(text)))
      replaysByNight = new Map(replays.map((replay) => [replay.night, replay]))
      texts = found
      return changed.map(([, text]) => Replay.parse(JSON.parse(text)).night)
    },
  }
}
export type Clocks = ReturnType<typeof createClocks>
