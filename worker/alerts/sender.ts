import type { AlertMessage } from '@night/shared/alert/message'
import type { Subscription } from '@night/shared/alert/subscription'

/**
 * What became of an alert that was sent, with words for a journalist. `gone` ends the subscription; `refused` is for
 * good, for this alert; `later` is worth another try, not before `after` milliseconds where the other side said so.
 */
export type Outcome =
  | { readonly outcome: 'sent'; readonly words: string }
  | { readonly outcome: 'gone'; readonly words: string }
  | { readonly outcome: 'refused'; readonly words: string }
  | {
      readonly outcome: 'later'
      readonly words: string
      readonly after: number | null
      /** It could not be reached, or did not answer in time. */
      readonly isAway?: true
    }

/** One kind of channel. It never throws for what the other side does, and its words name no address and no key. */
export type Sender = {
  readonly send: (message: AlertMessage, subscription: Subscription) => Promise<Outcome>
  readonly close: () => Promise<void>
}
