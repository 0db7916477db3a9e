import type { Declaration } from '@night/shared/declaration'
import type { FlashCall, NoteCall, StatusCall, Withdrawal } from '@night/shared/desk'

/** What a step sends, as it goes through the door. */
export type Send =
  | { readonly kind: 'declaration'; readonly body: Declaration }
  | { readonly kind: 'flash'; readonly body: FlashCall }
  | { readonly kind: 'status'; readonly body: StatusCall }
  | { readonly kind: 'withdrawal'; readonly body: Withdrawal }
  | { readonly kind: 'note'; readonly body: NoteCall }

/** What should become of it: on everybody's screen, before the desk, or back to the sender. */
export const expectations = ['published', 'held', 'refused'] as const
export type Expectation = (typeof expectations)[number]

/** One thing that a rehearsal sends: when on the night's clock (milliseconds), what, and what should become of it. */
export type Step = {
  readonly at: number
  readonly send: Send
  readonly expect: Expectation
  readonly why: string
  /** It says what was said before, and must get no place of its own. */
  readonly again?: true
}

/** Steps in the order of their times; what comes at one time stays as it was. */
export const inOrder = (steps: readonly Step[]): Step[] => steps.toSorted((a, b) => a.at - b.at)
