import type { Delivered, History } from '../history.ts'
import { instant } from '@night/shared/time'
import { nightTime } from '../night-clock.ts'

/** A board as it stood when it was last heard of, at `heardAt` on this machine's clock. */
type KeptBoard = Delivered & { readonly heardAt: number }

const cacheName = 'my-boards'
const most = 3
const addressOf = (night: string): string => `/my/board/${encodeURIComponent(night)}`

/** The last board of a night that this phone has; null where it has none. [MY3] */
export const readKept = async (night: string): Promise<KeptBoard | null> => {
  try {
    const response = await (await caches.open(cacheName)).match(addressOf(night))
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this page
    return response ? ((await response.json()) as KeptBoard) : null
  } catch {
    return null
  }
}

/** What to keep of a history: nothing before there is a board. */
export const keptOf = ({ board, clock, heardAt }: History): KeptBoard | null => {
  if (board === null || clock === null || heardAt === null) return null
  const { speed, playing } = clock
  return { board, clock: { now: instant(nightTime(clock, heardAt)), speed, playing }, heardAt }
}

/** Keeps a board for when there is no signal, and the last few nights of it. [MY3] */
export const keepBoard = async (night: string, kept: KeptBoard): Promise<void> => {
  try {
    const cache = await caches.open(cacheName)
    await cache.put(addressOf(night), Response.json(kept))
    const others = (await cache.keys()).filter(({ url }) => !url.endsWith(addressOf(night)))
    await Promise.all(others.slice(0, -(most - 1)).map((request) => cache.delete(request)))
  } catch {
    // No room, or a page that is not secure: then there is nothing to show without a signal.
  }
}
