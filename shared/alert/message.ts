import { z } from 'zod'
import { Instant } from '../instant.ts'
import { NightId, OpenMode } from '../night.ts'
import { SubscriptionId } from './subscription.ts'

/** Letters, digits, `-` and `_`, at most 32: what a push service takes as a topic. RFC 8030, 5.4 */
const Tag = z.string().regex(/^[\w-]{1,32}$/)

export const AlertKind = z.enum([
  'result',
  'flash',
  'correction',
  'digest',
  'milestone',
  'status',
  'note',
  'test',
])
export type AlertKind = z.infer<typeof AlertKind>

/** An alert as a device gets it: complete without a click. The same `id` each time it is sent. [ALR2] */
export const AlertMessage = z.strictObject({
  id: z.string().regex(/^[\w-]{1,80}$/),
  kind: AlertKind,
  night: NightId,
  mode: OpenMode,
  /** Of the event that it is about; a device shows the highest of a tag. 0 for a test. */
  seq: z.int().min(0),
  tag: Tag,
  title: z.string(),
  body: z.string(),
  /** What a tap opens. */
  path: z.string(),
  at: Instant,
  /** Takes the place of what the tag shows already, without a sound. */
  update: z.boolean(),
  /** Never makes a sound: quiet hours. */
  silent: z.boolean(),
  urgent: z.boolean(),
  /** Seconds for which it is worth delivering. */
  ttl: z.int().min(0),
})
export type AlertMessage = z.infer<typeof AlertMessage>

/** `collected`: waits for, or went out in, a digest. `parked`: given up after many tries. `gone`: nobody is there. */
export const AlertState = z.enum([
  'collected',
  'queued',
  'sent',
  'refused',
  'parked',
  'gone',
  'late',
])
export type AlertState = z.infer<typeof AlertState>

/** A row of the outbox: one alert for one device, written before anything is sent. */
export const OutboxRow = z.strictObject({
  message: AlertMessage,
  state: AlertState,
  tries: z.int().min(0),
  /** What the other side said last, in words. */
  why: z.string().nullable(),
  /** For each step when it was done. `computed` is the event's `publishedAt`. */
  times: z.strictObject({
    declared: Instant,
    computed: Instant,
    queued: Instant,
    sent: Instant.nullable(),
  }),
})
export type OutboxRow = z.infer<typeof OutboxRow>

/** Says which row is to be sent; it carries no address, no key and no text. */
export const AlertJob = z.strictObject({
  mode: OpenMode,
  night: NightId,
  subscription: SubscriptionId,
  alert: z.string(),
})
export type AlertJob = z.infer<typeof AlertJob>

/** A line of a device's log: newest first, `acknowledged` when the device itself said so. */
export type Delivery = OutboxRow & { readonly acknowledged: string | null }
