import { z } from 'zod'
import { Instant } from '../instant.ts'
import { NightId, OpenMode } from '../night.ts'
import { Seen } from '../seen.ts'
import { AlertRules } from './rules.ts'

const base64url = (length: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${length}}=*$`))

/** What a browser answers to `subscribe()`: RFC 8030 and 8291. */
export const PushSubscription = z.object({
  endpoint: z.url().max(1000),
  keys: z.object({ p256dh: base64url(87), auth: base64url(22) }),
})
export type PushSubscription = z.infer<typeof PushSubscription>

/**
 * Where alerts go. A webhook is `signed` (Standard Webhooks) or a `chat` message in the form that Slack takes;
 * `screen` is the inbox on one's own page and nothing else.
 */
export const Channel = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('webpush'), subscription: PushSubscription }),
  z.strictObject({
    type: z.literal('webhook'),
    url: z.url().max(1000),
    form: z.enum(['signed', 'chat']).default('signed'),
  }),
  z.strictObject({ type: z.literal('screen') }),
])
export type Channel = z.infer<typeof Channel>

export const NewSubscription = z.strictObject({
  night: NightId,
  channel: Channel,
  rules: AlertRules.prefault({}),
  /** Whose it is, for the desk's list. */
  name: Seen.max(100).default(''),
})
export type NewSubscription = z.infer<typeof NewSubscription>

/** What is not named stays as it is, rule by rule. A browser that was given another address says so with `channel`. */
export const SubscriptionChange = z.strictObject({
  channel: Channel.optional(),
  rules: z.record(z.string(), z.unknown()).optional(),
})

export type SubscriptionChange = z.infer<typeof SubscriptionChange>

export const SubscriptionId = z.string().regex(/^[a-z0-9]{12}$/)

/** One device, or one receiver, on one night, as it is kept: of its token there is only the digest. */
export const Subscription = NewSubscription.extend({
  id: SubscriptionId,
  mode: OpenMode,
  createdAt: Instant,
  /** The night's last event when it began; earlier ones are no news. */
  since: z.int().min(0),
  /** The run in which that was so: a replay that is wound back begins another, all of which is news. */
  run: z.int().min(1).default(1),
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Signs what a signed webhook gets; null for all others. */
  secret: z.string().nullable(),
  /** Why nothing more is sent there: it was gone. Null while it stands. */
  ended: z.strictObject({ at: Instant, why: z.string() }).nullable(),
})
export type Subscription = z.infer<typeof Subscription>
