import { z } from 'zod'
import { Instant } from './instant.ts'
import { Mode, NightId } from './night.ts'
import { RecordLine, Result, VerdictKind } from './result.ts'

const head = {
  seq: z.int().min(1),
  night: NightId,
  mode: Mode,
  at: Instant,
  publishedAt: Instant,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
}
const Named = z.strictObject({ id: z.string(), name: z.string() })
/** Who sent it: an officer's id, "desk", or "recording". */
const by = z.string()

/** Lines of other seats that this event makes untrue or true again. */
const recordChanges = z.array(
  z.strictObject({ constituency: z.string(), records: z.array(RecordLine) }),
)

/** What was said because of figures that no longer stand. */
export const Consequence = z.strictObject({
  kind: z.enum(['line', 'total', 'record', 'alert']),
  text: z.string(),
})
export type Consequence = z.infer<typeof Consequence>

/** Who let it through although something spoke against it, why, and what was overruled; left out where nothing did. */
const released = z
  .strictObject({ by: z.string(), reason: z.string(), overruled: z.array(z.string()).min(1) })
  .optional()

const result = {
  constituency: Named,
  revision: z.int().min(1),
  result: Result,
  /** Weightiest first; the first is the strap's. */
  records: z.array(RecordLine),
  recordChanges,
  words: z.strictObject({
    time: z.string(),
    line: z.string(),
    snap: z.string(),
    headline: z.string(),
    story: z.string(),
  }),
  by,
  released,
}
const replacing = {
  /** The seq of the event whose figures no longer stand. */
  replaces: z.int().min(1),
  reason: z.string(),
  consequences: z.array(Consequence),
}

export const Opened = z.strictObject({
  ...head,
  kind: z.literal('opened'),
  title: z.string(),
  constituencies: z.int(),
  run: z.int().min(1),
})

/** The winner, no figures yet. */
export const Flash = z.strictObject({
  ...head,
  kind: z.literal('flash'),
  constituency: Named,
  winner: z.strictObject({ candidate: z.string(), name: z.string(), party: z.string() }),
  verdict: z.strictObject({ kind: VerdictKind, from: z.string().nullable() }),
  words: z.strictObject({ time: z.string(), line: z.string() }),
  by,
  released,
})

export const Declared = z.strictObject({ ...head, kind: z.literal('declared'), ...result })

export const Corrected = z.strictObject({
  ...head,
  kind: z.literal('corrected'),
  ...result,
  ...replacing,
})

/** A result that does not stand: a court voided it, or it was never that seat's. */
export const Withdrawn = z.strictObject({
  ...head,
  kind: z.literal('withdrawn'),
  constituency: Named,
  /** 0: a winner of whom there were no figures yet. */
  revision: z.int().min(0),
  ...replacing,
  recordChanges,
  by,
})

export const StatusKind = z.enum(['counting', 'recount', 'adjourned', 'expected', 'imminent'])

/** How a count goes. */
export const Status = z.strictObject({
  ...head,
  kind: z.literal('status'),
  constituency: Named,
  status: StatusKind,
  expectedAt: Instant.nullable(),
  text: z.string().nullable(),
  by,
})

/** A quote, a reaction, a line of context. */
export const Note = z.strictObject({
  ...head,
  kind: z.literal('note'),
  constituency: Named.nullable(),
  text: z.string(),
  speaker: z.string().nullable(),
  role: z.string().nullable(),
  source: z.string().nullable(),
  by,
})

export const Closed = z.strictObject({
  ...head,
  kind: z.literal('closed'),
  words: z.strictObject({ roundUp: z.string() }),
})

/** One fact of a night, the same on every way out. */
export const NightEvent = z.discriminatedUnion('kind', [
  Opened,
  Flash,
  Declared,
  Corrected,
  Withdrawn,
  Status,
  Note,
  Closed,
])
export type NightEvent = z.infer<typeof NightEvent>
export type ResultEvent = z.infer<typeof Declared> | z.infer<typeof Corrected>
export type FlashEvent = z.infer<typeof Flash>
export type WithdrawnEvent = z.infer<typeof Withdrawn>
export type StatusEvent = z.infer<typeof Status>
export type NoteEvent = z.infer<typeof Note>

/** What puts right, or takes back, what an event before it said. */
export type Correction = z.infer<typeof Corrected> | WithdrawnEvent
export const isCorrection = (event: NightEvent): event is Correction => 'replaces' in event

type WithoutLink<E> = E extends unknown ? Omit<E, 'seq' | 'hash'> : never

/** An event that has not been given its place in the log. */
export type UnplacedEvent = WithoutLink<NightEvent>
