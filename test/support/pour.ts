import { randomBytes } from 'node:crypto'
import { type Head, link } from '@night/shared/chain'
import { nightKeys } from '@night/shared/names'
import { sha256 } from '@night/worker/sha256'
import type { Redis } from 'ioredis'

type Pouring = { readonly night: string; readonly head: Head; readonly count: number }

/** Writes a rehearsal's log as the worker would, with so many events at once that are large and say nothing; answers its head. */
export const pourInto = async (redis: Redis, { night, head, count }: Pouring): Promise<Head> => {
  const { log } = nightKeys('rehearsal', night)
  const at = '2023-10-19T21:00:00.000Z'
  const pipeline = redis.pipeline()
  let last = head
  for (let place = 0; place < count; place += 1) {
    const event = link(
      last,
      {
        kind: 'opened',
        night,
        mode: 'rehearsal',
        at,
        publishedAt: at,
        // 4,000 signs that nobody can make smaller.
        title: randomBytes(3000).toString('base64'),
        constituencies: 2,
        run: 1,
      },
      sha256,
    )
    pipeline.xadd(log, `${event.seq}-0`, 'event', JSON.stringify(event), 'hash', event.hash)
    last = event
  }
  await pipeline.exec()
  return last
}
