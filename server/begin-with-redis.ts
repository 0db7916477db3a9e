import { setTimeout as sleep } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'

const pause = 250

/** Redis may be away, or go again, while a server begins: it waits, however long that takes. [LOG13] */
export const untilConnected = async (redis: Redis): Promise<void> => {
  if (redis.status === 'ready') return
  await new Promise<void>((ready) => redis.once('ready', () => ready()))
}

/** Asks until there is an answer. */
export const insist = async (ask: () => Promise<unknown>, log: Logger): Promise<void> => {
  for (;;) {
    try {
      await ask()
      return
    } catch (fault) {
      log.warn({ fault: String(fault) }, 'Redis went away while the server began; will ask again')
      await sleep(pause)
    }
  }
}
