import type { AlertMessage, AlertState } from '@night/shared/alert/message'
import type { Subscription } from '@night/shared/alert/subscription'
import type { NightEvent } from '@night/shared/event'
import type { Collected, Now } from './collected.ts'
import type { News } from './news.ts'

/** One event as every device's rules see it. */
export type Moment = {
  readonly event: NightEvent
  readonly news: readonly News[]
  /** For whoever was told otherwise; null where nothing was wrong. */
  readonly correction: AlertMessage | null
  readonly now: Now
}

export type Device = {
  readonly subscription: Pick<Subscription, 'rules'>
  readonly collected: Collected
  /** Rows of its outbox that this event may touch, by id. */
  readonly told: ReadonlyMap<string, AlertState>
  /** Those of them that nobody has begun to send. */
  readonly waiting?: Pick<ReadonlySet<string>, 'has'>
}

export type NewRow = {
  readonly message: AlertMessage
  readonly state: 'queued' | 'collected'
  /** Of what was collected: the ids of its lines. */
  readonly lines?: readonly string[]
}
export type Matched = { readonly collected: Collected; readonly rows: readonly NewRow[] }

/** With the ids of rows that waited, and that now nobody will be sent. */
export type MatchedEvent = Matched & { readonly unsaid: readonly string[] }
