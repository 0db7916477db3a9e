import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { nightKeys, nightsKey } from '@night/shared/names'
import { NightId, OpenNight } from '@night/shared/night'
import { logFile, NightFileHead } from '@night/shared/recorded'
import { redisOptions } from '@night/shared/redis'
import { redisUrl } from '@night/shared/redis-url'
import { Redis } from 'ioredis'
import type { Entry } from './verify.ts'

/** A night's log as it is kept, wherever that is. */
type Kept = {
  readonly name: string
  readonly entries: readonly Entry[]
  /** The highest place that is known to have been written; 0 where nothing says so. */
  readonly written: number
}

/** Without a second try: somebody waits at the terminal. */
export const connect = async (url: string): Promise<Redis> => {
  const options = {
    ...redisOptions(addressIn(url), 'door'),
    lazyConnect: true,
    commandTimeout: 30_000,
  }
  const redis = new Redis({
    ...options,
    retryStrategy: () => null,
    sentinelRetryStrategy: () => null,
  })
  let why = ''
  redis.on('error', ({ message }) => (why = message))
  await redis.connect().catch((fault: Error) => {
    throw new Error(`No Redis answers where REDIS_URL says (${why || fault.message}).`)
  })
  return redis
}

const addressIn = (url: string) => {
  const read = redisUrl((text) => new URL(text)).safeParse(url)
  if (read.success) return read.data
  throw new Error(read.error.issues.map(({ message }) => message).join('\n'))
}

/** A file of events, a night's file as a house gives it out, or the folder of a night that has one. */
export const fileSource = async (path: string): Promise<Kept> => {
  const isFolder = (await stat(path)).isDirectory()
  const text = await readFile(isFolder ? join(path, logFile) : path, 'utf8')
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const events = isHead(lines[0] ?? '') ? lines.slice(1) : lines
  const entries = events.map((line, place) => ({ text: line, place: place + 1, hash: null }))
  return { name: path, entries, written: 0 }
}

/** A night's file says first who stands where, which is no event and in no chain. */
const isHead = (line: string): boolean => {
  try {
    return NightFileHead.safeParse(JSON.parse(line)).success
  } catch {
    return false
  }
}

/** A night that is open in Redis, with the run that is on; null when there is none of that name. */
export const redisSource = async (redis: Redis, id: string): Promise<Kept | null> => {
  const text = await redis.hget(nightsKey, id)
  if (text === null) return null
  const { mode, run } = OpenNight.parse(JSON.parse(text))
  const { log, placed } = nightKeys(mode, id, run)
  // What was placed is asked first: an event that comes in between is then no event too few.
  const written = Math.max(0, ...(await redis.hvals(placed)).map(Number))
  const entries = (await redis.xrange(log, '-', '+')).map(([at, fields]) => ({
    text: fieldOf(fields, 'event'),
    place: at.endsWith('-0') ? Number.parseInt(at, 10) : Number.NaN,
    hash: fieldOf(fields, 'hash'),
  }))
  return { name: `${id} (${mode}, run ${run})`, entries, written }
}

const fieldOf = (fields: readonly string[], name: string): string => {
  const at = fields.findIndex((field, place) => place % 2 === 0 && field === name)
  return at < 0 ? '' : (fields[at + 1] ?? '')
}

/** A recorded night, from the first of the folders that has it; null when none has. */
export const recordedSource = async (
  folders: readonly string[],
  id: string,
): Promise<Kept | null> => {
  if (!NightId.safeParse(id).success) return null
  for (const folder of folders) {
    const kept = await fileSource(join(folder, id)).catch(() => null)
    if (kept) return { ...kept, name: `${id} (recorded)` }
  }
  return null
}

/** All nights that there are, open and recorded, by name. */
export const nightsThere = async (
  folders: readonly string[],
  redis: Redis | null,
): Promise<string[]> => {
  const open = (await redis?.hkeys(nightsKey)) ?? []
  const recorded = await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])))
  const names = [...open, ...recorded.flat()].filter((name) => NightId.safeParse(name).success)
  return [...new Set(names)].toSorted((a, b) => (a < b ? -1 : 1))
}
