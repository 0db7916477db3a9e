import type { AlertMessage } from '@night/shared/alert/message'
import type { Standing } from './standing.ts'

const cacheName = 'my-alerts-shown'
/** A night of 650 seats, three times; above it the oldest half goes. */
const most = 2000

const addressOf = ({ night, tag }: AlertMessage): string =>
  `/my/alerts/shown/${encodeURIComponent(night)}/${tag}`

/** What stands under a message's tag on this phone; null where nothing does, or nothing can be kept. */
export const readStanding = async (message: AlertMessage): Promise<Standing | null> => {
  try {
    const response = await (await caches.open(cacheName)).match(addressOf(message))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written below
    return response ? ((await response.json()) as Standing) : null
  } catch {
    return null
  }
}

export const keepStanding = async (standing: Standing): Promise<void> => {
  try {
    const cache = await caches.open(cacheName)
    await cache.put(addressOf(standing.newest), Response.json(standing))
    const kept = await cache.keys()
    if (kept.length <= most) return
    await Promise.all(kept.slice(0, most / 2).map((request) => cache.delete(request)))
  } catch {
    // No room: then what is old cannot be told from what is new.
  }
}
