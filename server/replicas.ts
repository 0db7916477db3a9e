import { witnessKey } from '@night/shared/names'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'

type Parts = {
  readonly redis: Redis
  /** 0: nobody asks. */
  readonly least: number
  readonly log: Logger
}

/** Milliseconds for which replicas may be waited for; less than the door waits for Redis itself. */
const patience = 1000

/**
 * Whether replicas have what was written. Redis tells them everything in its order, so what is asked of is one write
 * more: who has that has all before it. On a connection of its own, which waits while the others go on. [OPS7]
 */
export const createReplicas = ({ redis, least, log }: Parts) => {
  if (least === 0) return { haveIt: async (): Promise<void> => undefined, close: () => undefined }
  const witness = redis.duplicate()
  witness.on('error', (fault) => log.warn({ fault: fault.message }, 'Redis is out of reach'))
  return {
    /** Throws where fewer have it in time: then it is not known whether it would survive. */
    haveIt: async (): Promise<void> => {
      const [, counted] = await Promise.all([
        witness.set(witnessKey, '1'),
        witness.wait(least, patience),
      ])
      if (counted < least) throw new Error(`Only ${counted} of ${least} replicas have it.`)
    },
    close: (): void => witness.disconnect(),
  }
}
