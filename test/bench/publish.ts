import { setTimeout as sleep } from 'node:timers/promises'
import { now, type ServeAnswer, type ServeOrder } from './orders.ts'

/** Publishes as ordered, with `publish` for one event; the next turn of the loop comes in between. */
export const publishAll = async (
  { count, every }: ServeOrder,
  publish: () => void,
): Promise<ServeAnswer> => {
  const publishedAt: number[] = []
  const begun = now()
  for (let place = 0; place < count; place += 1) {
    await (every > 0
      ? sleep(Math.max(0, begun + place * every - now()))
      : new Promise(setImmediate))
    publishedAt.push(now())
    publish()
  }
  return { publishedAt }
}
