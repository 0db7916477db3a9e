import type { NightEvent } from '@night/shared/event'
import type { Response } from 'express'
import type { Night } from './night.ts'
import type { Nights } from './nights.ts'
import { eventText } from './texts.ts'

/** Bytes that may wait for one reader before it is dropped; it comes back with Last-Event-ID. */
const mostWaiting = 1_000_000

/** Milliseconds between two signs of life. */
export const beatsEvery = 10_007

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
}

/** Lets a reader go that is to come back with its place: this server has not read the log that far yet. */
export const letComeBack = (response: Response): void =>
  void response.set(headers).end('retry: 1000\n\n')

/** Where a reader of live events stands; a hash, or the beginning of one, where it was sent one. */
type Place = { readonly seq: number; readonly hash: string }

/**
 * The place in a `Last-Event-ID`: a number, as a browser sends it, or with the event's hash or its beginning, "12-3f9a…",
 * as a program does that wants to notice a log that was put back. What is neither is a place in no log.
 */
export const placeIn = (id: string): Place => {
  const [, seq, hash = ''] = /^(\d{1,9})(?:-([0-9a-f]+))?$/.exec(id) ?? []
  return { seq: seq === undefined ? Infinity : Number(seq), hash }
}

/**
 * A night as server-sent events: what came after `since`, then what comes, `id` being the seq. Where the reader's place
 * is not in this log, an event `reset` says so and everything follows from the start. Whoever may not read any more is
 * let go with the next sign of life. [FEED7 BAK6 SEC3]
 */
export const sendLive = (
  response: Response,
  nights: Pick<Nights, 'now' | 'listen'>,
  from: { night: Night; since: Place; mayStay: () => Promise<boolean> },
): void => {
  // Of a reader that went while its night was looked for nothing tells us any more that it is gone.
  if (response.destroyed) return
  response.set(headers)
  const { write, writeBacklog } = createWriting(response)
  const startAfresh = (night: Night): void => {
    if (response.writableLength > mostWaiting) response.destroy()
    else writeBacklog(`event: reset\nid: 0\ndata: {}\n\n${messages(night.events)}`)
  }

  const { id } = from.night.definition
  const night = nights.now(id) ?? from.night
  write('retry: 1000\n\n')
  if (isIn(night, from.since)) writeBacklog(messages(night.events.slice(from.since.seq)))
  else startAfresh(night)

  const stopListening = nights.listen({
    onEvents: (now, events) => now.definition.id === id && write(messagesOnce(events)),
    onReset: (now) => now.definition.id === id && startAfresh(now),
    onGone: (gone) => {
      if (gone === id) leave()
    },
  })
  const stop = (): void => {
    clearInterval(heartbeat)
    stopListening()
  }
  const leave = (): void => {
    stop()
    response.end()
  }
  const heartbeat = beat({ write, leave, mayStay: from.mayStay })
  response.on('close', stop).on('error', stop)
}

type Reader = {
  readonly write: (text: string) => void
  readonly leave: () => void
  readonly mayStay: () => Promise<boolean>
}

const beat = ({ write, leave, mayStay }: Reader) =>
  setInterval(() => {
    write(': still here\n\n')
    // Where that cannot be asked just now, it is asked again the next time.
    mayStay().then(
      (may) => may || leave(),
      () => undefined,
    )
  }, beatsEvery)

/** A reader that has stopped reading stays connected after its answer was ended, and is told nothing more. */
const createWriting = (response: Response) => {
  // What was missed may be large, and takes its time; only what waits beside it counts.
  let backlog = 0
  return {
    writeBacklog: (text: string): void => {
      if (response.writableEnded) return
      backlog += Buffer.byteLength(text)
      response.write(text, () => (backlog -= Buffer.byteLength(text)))
    },
    write: (text: string | Buffer): void => {
      if (response.writableEnded) return
      response.write(text)
      if (response.writableLength > mostWaiting + backlog) response.destroy()
    },
  }
}

const isIn = ({ events }: Night, { seq, hash }: Place): boolean =>
  seq === 0 || events[seq - 1]?.hash.startsWith(hash) === true

/** What comes is one buffer, however many read it. */
const made = new WeakMap<readonly NightEvent[], Buffer>()

const messagesOnce = (events: readonly NightEvent[]): Buffer => {
  const bytes = made.get(events) ?? Buffer.from(messages(events))
  made.set(events, bytes)
  return bytes
}

const messages = (events: readonly NightEvent[]): string =>
  events.map((event) => `id: ${event.seq}\ndata: ${eventText(event)}\n\n`).join('')
