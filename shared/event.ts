import { z } from 'zod'
import { Instant } from './instant.ts'
import { Mode, NightId } from './night.ts'
import { RecordLine, Result } from './result.ts'

const head = {
  seq: z.int().min(1),
  night: NightId,
  mode: Mode,
  at: Instant,
  publishedAt: Instant,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
}

const result = {
  constituency: z.strictObject({ id: z.string(), name: z.string() }),
  revision: z.int().min(1),
  result: Result,
  records: z.array(RecordLine),
  words: z.strictObject({
    time: z.string(),
    line: z.string(),
    snap: z.string(),
    story: z.string(),
  }),
  /** Who sent the declaration: an officer's id, "desk", or the recording. */
  by: z.string(),
}

export const Opened = z.strictObject({
  ...head,
  kind: z.literal('opened'),
  title: z.string(),
  constituencies: z.int(),
  run: z.int().min(1),
})

export const Declared = z.strictObject({ ...head, kind: z.literal('declared'), ...result })

export const Corrected = z.strictObject({
  ...head,
  kind: z.literal('corrected'),
  ...result,
  /** The seq of the event whose figures these replace. */
  replaces: z.int().min(1),
  reason: z.string(),
})

export const Closed = z.strictObject({ ...head, kind: z.literal('closed') })

/** One fact of a night, the same on every way out. */
export const NightEvent = z.discriminatedUnion('kind', [Opened, Declared, Corrected, Closed])
export type NightEvent = z.infer<typeof NightEvent>
export type ResultEvent = z.infer<typeof Declared> | z.infer<typeof Corrected>

type WithoutLink<E> = E extends unknown ? Omit<E, 'seq' | 'hash'> : never

/** An event that has not been given its place in the log. */
export type UnplacedEvent = WithoutLink<NightEvent>
