import { setTimeout as sleep } from 'node:timers/promises'
import type { Stopwatch } from '@night/shared/time'
import type { Logger } from 'pino'
import type { Clocks } from './clocks.ts'
import type { Feed } from './feed.ts'
import type { Nights } from './nights.ts'

type Parts = {
  readonly nights: Nights
  readonly clocks: Clocks
  readonly feed: Feed
  readonly stopwatch: Stopwatch
  readonly log: Logger
}

const every = 250
/** Milliseconds. A screen that hears nothing for two of them says that it is delayed. */
const heartbeat = 1000
/** Milliseconds in which every token is looked at. */
const round = 10_000

/**
 * Looks four times a second for nights and clocks that were changed, here or on another server, and sends every screen
 * its clock every second in which nothing else was sent, and every ten seconds. While Redis is away no clock is
 * sent: a screen then says how old it is. [FEED9]
 */
export const keepWatch = (parts: Parts) => {
  const stop = new AbortController()
  const watching = watch(parts, stop.signal)
  return {
    close: async () => {
      stop.abort()
      await watching
    },
  }
}

const watch = async (
  { nights, clocks, feed, stopwatch, log }: Parts,
  signal: AbortSignal,
): Promise<void> => {
  let sentAt = stopwatch.now()
  let roundAt = sentAt
  let isAway = false
  while (!signal.aborted) {
    await sleep(every, undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    feed.dropSlow()
    try {
      const [changed] = await Promise.all([clocks.keepUp(), nights.keepUp()])
      feed.sendClocks(changed)
      isAway = false
      const now = stopwatch.now()
      if (now - sentAt < heartbeat) continue
      sentAt = now
      feed.sendBeat()
      if (now - roundAt < round) continue
      roundAt = now
      await feed.dropRevoked()
    } catch (fault) {
      if (!signal.aborted && !isAway)
        log.warn({ fault: String(fault) }, 'could not look for changes; will try again')
      isAway = true
    }
  }
}
