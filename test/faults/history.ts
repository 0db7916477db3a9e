import { NightEvent } from '@night/shared/event'
import { NightId, OpenMode } from '@night/shared/night'
import { z } from 'zod'
import { Content } from './content.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const sum = z.int().nonnegative()

/** When by the clock of whoever wrote it, in milliseconds, and who that was. */
const head = {
  t: z.number(),
  pid: z.int(),
  role: z.enum(['run', 'worker', 'server', 'redis', 'screen', 'device']),
}
const sent = { ...head, night: NightId, id: z.string().min(1) }

/** What a screen showed once it had folded what it was sent: seats by party, and votes where it shows them. */
const Shown = z.strictObject({
  seats: z.record(z.string(), sum),
  votes: z.record(z.string(), sum).optional(),
})
export type Shown = z.infer<typeof Shown>

const seen = { ...head, night: NightId, client: z.string().min(1), shown: Shown.optional() }

export const FaultKind = z.enum([
  'kill',
  'power-cut',
  'pause',
  'half-open',
  'clock-skew',
  'disk-full',
  'slow-reader',
  'malformed',
  'sent-again',
  'receiver-down',
  'stampede',
  'poison',
  'rollback',
])
const fault = { ...head, fault: FaultKind, of: z.string() }

/** One line of the history that every process of a run appends to. Lines of one process stand in their order. */
export const HistoryLine = z.discriminatedUnion('kind', [
  /** Something goes to the door: once for each attempt. `may`: the seats that the token is for; null for all. */
  z.strictObject({
    ...sent,
    kind: z.literal('submit'),
    content: Content,
    by: z.string(),
    may: z.array(z.string()).nullable(),
  }),
  /** 202 came back. An attempt whose answer was lost, or was a fault of the house's, has no second line. */
  z.strictObject({ ...sent, kind: z.literal('ack') }),
  /**
   * Not now: the house said in its own word why. Whether it was kept is not known, as with an answer that was lost;
   * `code` is null where the answer had no word.
   */
  z.strictObject({ ...sent, kind: z.literal('turned-away'), code: z.string().nullable() }),
  /** Turned down for good: at the door, or held back by the desk and still so at the end. */
  z.strictObject({ ...sent, kind: z.literal('reject'), where: z.enum(['door', 'desk']) }),
  /** Where the house says that a submission stands. */
  z.strictObject({ ...sent, kind: z.literal('append'), seq: z.int().min(1), hash }),
  z.strictObject({ ...seen, kind: z.literal('recv'), seq: z.int().min(1), hash }),
  /**
   * A client was given a whole board, whatever it held before; `seq` 0 and no hash before the first event. `afresh`: it
   * was told that what it held is void.
   */
  z.strictObject({
    ...seen,
    kind: z.literal('reset'),
    seq: z.int().min(0),
    hash: hash.or(z.literal('')),
    afresh: z.boolean().optional(),
  }),
  z.strictObject({ ...head, kind: z.literal('reconnect'), night: NightId, client: z.string() }),
  /** From now on this device is to be told at once of every result of these seats. */
  z.strictObject({
    ...head,
    kind: z.literal('subscribe'),
    night: NightId,
    device: z.string(),
    seats: z.array(z.string()),
    since: z.int().min(0),
  }),
  /** An alert came out of the house, on its way to a device. */
  z.strictObject({
    ...sent,
    kind: z.literal('alert'),
    device: z.string(),
    tag: z.string(),
    seq: z.int().min(0),
  }),
  z.strictObject({ ...fault, kind: z.literal('fault-start') }),
  z.strictObject({ ...fault, kind: z.literal('fault-end') }),
  /** Two wanted the same place of the log; or a job that nobody held any more was taken up again. */
  z.strictObject({ ...head, kind: z.literal('conflict') }),
  z.strictObject({ ...head, kind: z.literal('stalled') }),
  z.strictObject({ ...head, kind: z.literal('memory'), bytes: sum }),
  /** A backup as of `asOf`, which ends with this event, was put in the place of the log while nothing ran. */
  z.strictObject({
    ...head,
    kind: z.literal('restored'),
    night: NightId,
    seq: z.int().min(1),
    hash,
    asOf: z.number(),
  }),
  /**
   * The longest that its event loop was kept from its next turn since the line before, and the processor's time that
   * it has had since it began; in milliseconds.
   */
  z.strictObject({
    ...head,
    kind: z.literal('loop'),
    lag: z.number().nonnegative(),
    cpu: z.number().nonnegative(),
  }),
  /**
   * The whole log at the end, and what still waits to be decided. Before a log is put back on purpose the run writes
   * one too: from there on another begins.
   */
  z.strictObject({
    ...head,
    kind: z.literal('final'),
    night: NightId,
    mode: OpenMode,
    events: z.array(NightEvent),
    waiting: sum,
  }),
])
export type HistoryLine = z.infer<typeof HistoryLine>

/** A line and where it stands in the file, from 1. */
export type Line = HistoryLine & { readonly at: number }

export const historyText = (lines: readonly HistoryLine[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('')

/** Reads a history, of which so many lines came before; a line that is none is a fault that names it. Empty ones are passed over. */
export const parseHistory = (text: string, before = 0): Line[] =>
  text.split('\n').flatMap((line, place) => (line === '' ? [] : [lineAt(line, before + place + 1)]))

const lineAt = (text: string, at: number): Line => {
  try {
    return { ...HistoryLine.parse(JSON.parse(text)), at }
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)
    throw new Error(`Line ${at} of the history cannot be read: ${why}`, { cause })
  }
}
