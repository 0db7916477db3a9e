import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Router } from 'express'
import type { Logger } from 'pino'
import type { ServerConfig } from './config.ts'
import { refuse, type Refusal } from './problems.ts'

/** How much room there is where Redis writes, in bytes, null where that is not known here; and how often to look. */
export type Room = { readonly free: () => Promise<number | null>; readonly every: number }

type Parts = { readonly room: Room; readonly log: Logger }

/** Redis, which syncs every write, ends when its disk is full: below this many bytes nothing more is written. */
const least = 200_000_000

export const diskFull: Refusal = {
  code: 'disk-full',
  detail:
    'There is little room on the disk of this machine: nothing more is taken until there is room. Tell the technical desk.',
}

/** Looks again and again whether there is room for what is declared, and says so when that changes. [SPC1] */
export const createSpace = async (parts: Parts) => {
  const stop = new AbortController()
  const space = { isShort: false }
  await look(parts, space)
  const looking = goOn(parts, space, stop.signal)
  return {
    isShort: (): boolean => space.isShort,
    close: async () => {
      stop.abort()
      await looking
    },
  }
}
export type Space = Pick<Awaited<ReturnType<typeof createSpace>>, 'isShort'>

const goOn = async (
  parts: Parts,
  space: { isShort: boolean },
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    await sleep(parts.room.every, undefined, { signal }).catch(() => undefined)
    if (!signal.aborted) await look(parts, space)
  }
}

/** What cannot be measured is not held against anybody. */
const look = async ({ room, log }: Parts, space: { isShort: boolean }): Promise<void> => {
  const free = await room.free().catch(() => null)
  const isShort = free !== null && free < least
  if (isShort && !space.isShort)
    log.error({ free, least }, 'little room on the disk: nothing is taken')
  if (!isShort && space.isShort) log.warn({ free, least }, 'there is room on the disk again')
  space.isShort = isShort
}

/** Where the house runs its own Redis, on this machine: the room on its disk, every five seconds. */
export const roomIn = ({
  redis,
  dataFolder,
}: Pick<ServerConfig, 'redis' | 'dataFolder'>): Room => ({
  every: 5000,
  free: async () => {
    if (redis.protocol !== 'unix:') return null
    const { bavail, bsize } = await statfs(join(dataFolder, 'redis'))
    return bavail * bsize
  },
})

/** While there is little room, whatever would be written is refused; to read, and to take rights away, goes on. [SPC1] */
export const createSpaceDoor = (space: Space): Router =>
  Router().use((request, response, next) => {
    const isWrite = request.method !== 'GET' && request.method !== 'HEAD'
    if (!isWrite || request.method === 'DELETE' || !space.isShort()) next()
    else refuse(response, diskFull.code, diskFull.detail)
  })
