import { setTimeout as wait } from 'node:timers/promises'
import type { Channel } from '@night/shared/alert/subscription'
import type { Clock, Stopwatch } from '@night/shared/time'
import { createAddressGuard, type Resolve } from './address-guard.ts'
import { createLanes, createSpacing } from './pace.ts'
import { createPost } from './post.ts'
import type { Push } from './push-keys.ts'
import type { Sender } from './sender.ts'
import { createScreen } from './senders/screen.ts'
import { createNoWebPush, createWebPush } from './senders/webpush.ts'
import { createWebhook } from './senders/webhook.ts'
import { createVapid, signWith } from './vapid.ts'

type Parts = {
  readonly push: Push
  readonly trustedOrigins: readonly string[]
  /** Trusted by web push alone: the house's own canary. */
  readonly canaryOrigin?: string | undefined
  readonly clock: Clock
  readonly stopwatch: Stopwatch
  readonly sleep?: (milliseconds: number) => Promise<unknown>
  readonly resolve?: Resolve
  /** Milliseconds for one call. */
  readonly timeLimit?: number
}

export type Senders = Readonly<Record<Channel['type'], Sender>>

/** As many as the pool has connections, and a line that is through in a second or two. */
const lanes = { atOnce: 32, waiting: 128, after: 2000 }

/** A sender for each kind of channel. Another kind is one more file and one more row here. */
export const createSenders = (parts: Parts): Senders => ({
  webpush: webPushOf(parts),
  webhook: webhookOf(parts),
  screen: createScreen(),
})

const postOf = ({ clock, resolve, timeLimit }: Parts, trustedOrigins: readonly string[]) =>
  createPost({
    guard: createAddressGuard({ trustedOrigins, ...(resolve && { resolve }) }),
    clock,
    ...(timeLimit !== undefined && { timeLimit }),
  })

const webPushOf = (parts: Parts): Sender => {
  const { push, trustedOrigins, canaryOrigin, clock } = parts
  if (push.state === 'off') return createNoWebPush(push.why)
  return createWebPush({
    post: postOf(parts, canaryOrigin ? [...trustedOrigins, canaryOrigin] : trustedOrigins),
    pace: createLanes(lanes),
    vapid: createVapid(signWith(push.keys), clock),
  })
}

const webhookOf = (parts: Parts): Sender => {
  const { trustedOrigins, clock, stopwatch, sleep = wait } = parts
  return createWebhook({
    post: postOf(parts, trustedOrigins),
    clock,
    paces: {
      chat: createSpacing({ stopwatch, sleep, every: 1000, patience: 2000 }),
      signed: createLanes(lanes),
    },
  })
}
