import { setTimeout as sleep } from 'node:timers/promises'
import { emptyHead, follows, type Head } from '@night/shared/chain'
import { NightEvent } from '@night/shared/event'
import type { Stopwatch } from '@night/shared/time'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { sha256 } from './sha256.ts'

type Parts = {
  readonly redis: Redis
  readonly night: string
  readonly key: string
  readonly stopwatch: Stopwatch
  readonly log: Logger
  /** In order, without a gap, each once. */
  readonly onEvents: (events: readonly NightEvent[]) => void
  /** The log is not the one that was read so far: all that was handed out is void, and is read again. */
  readonly onReset: () => void
}

type Tail = Parts & {
  readonly reader: Redis
  head: Head
  readAt: number
  isClosed: boolean
  isSound: boolean
}
type Entries = readonly (readonly [string, readonly string[]])[]

/**
 * Reads a night's log from its start and follows it for ever, whatever happens to Redis in between. Every event is
 * held against the hash of the one before. Resolves when what is there has been read. [FEED1 FEED4]
 */
export const createTail = async (parts: Parts) => {
  const reader = parts.redis.duplicate()
  reader.on('error', (fault) =>
    parts.log.warn({ night: parts.night, fault: fault.message }, 'the log is out of reach'),
  )
  const readAt = parts.stopwatch.now()
  const tail: Tail = { ...parts, reader, head: emptyHead, readAt, isClosed: false, isSound: true }
  await attempt(tail, async () => take(tail, await reader.xrange(tail.key, '-', '+')))
  void goOn(tail)
  return {
    /** Whether the log could be read when it was last looked at. */
    isSound: (): boolean => tail.isSound,
    /** When it was last looked at, on the stopwatch. */
    readAt: (): number => tail.readAt,
    /** Nothing is handed on any more. What is asked of a Redis that was lost may never be answered, so nobody waits. */
    close: (): void => {
      tail.isClosed = true
      reader.disconnect()
    },
  }
}

const goOn = async (tail: Tail): Promise<void> => {
  while (!tail.isClosed) await attempt(tail, () => step(tail))
}

const attempt = async (tail: Tail, work: () => Promise<void>): Promise<void> => {
  try {
    await work()
    tail.isSound = true
    tail.readAt = tail.stopwatch.now()
  } catch (fault) {
    if (tail.isClosed) return
    tail.isSound = false
    tail.log.error(
      { night: tail.night, seq: tail.head.seq, fault: String(fault) },
      'could not read the log; will try again',
    )
    await sleep(250)
    await verify(tail).catch(() => undefined)
  }
}

const step = async (tail: Tail): Promise<void> => {
  const { reader, key, head } = tail
  const found = await reader.xread('COUNT', 500, 'BLOCK', 2000, 'STREAMS', key, `${head.seq}-0`)
  if (found === null) await verify(tail)
  else take(tail, found[0]?.[1] ?? [])
}

/** Hands on what is sound, up to the first entry that is not; that one is a fault, and is looked at again. */
const take = (tail: Tail, entries: Entries): void => {
  if (tail.isClosed) return
  const events: NightEvent[] = []
  for (const [, fields] of entries) {
    const event = eventIn(fields)
    if (!event || !follows(events.at(-1) ?? tail.head, event, sha256)) break
    events.push(event)
  }
  const last = events.at(-1)
  if (last) {
    tail.head = last
    tail.onEvents(events)
  }
  if (events.length < entries.length) {
    throw new Error(`what comes after event ${tail.head.seq} cannot be read or does not follow it`)
  }
}

const eventIn = (fields: readonly string[]): NightEvent | null => {
  try {
    return NightEvent.parse(JSON.parse(fieldOf(fields, 'event')))
  } catch {
    return null
  }
}

/** A log that was cut back sends nothing to somebody who waits for a later place; so it is looked at from here. */
const verify = async (tail: Tail): Promise<void> => {
  const { seq } = tail.head
  if (seq === 0 || (await isInLog(tail.reader, tail.key, tail.head)) || tail.isClosed) return
  tail.log.error(
    { night: tail.night, seq },
    'the log was altered or cut back: every screen starts afresh',
  )
  tail.head = emptyHead
  tail.onReset()
}

/** Whether a log has an event of this hash, or with this beginning of one, at its place. */
export const isInLog = async (redis: Redis, key: string, { seq, hash }: Head): Promise<boolean> => {
  const [entry] = await redis.xrange(key, `${seq}-0`, `${seq}-0`)
  return entry !== undefined && fieldOf(entry[1], 'hash').startsWith(hash)
}

const fieldOf = (fields: readonly string[], name: string): string =>
  fields[fields.indexOf(name) + 1] ?? ''
