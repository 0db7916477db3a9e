import type { Seat } from './board.ts'
import type { Contest } from './contest.ts'
import type { Declaration } from './declaration.ts'
import type { NightDefinition } from './night.ts'

/** Whether a second person at the desk may let through what was held back for this reason. [CHK17] */
export const mayBeReleased = (code: ReasonCode): boolean => releasableByCode[code]

/** What may be true however unlikely is true here; what contradicts itself, or the log, is sent anew. */
const releasableByCode = {
  'does-not-add-up': false,
  'not-on-the-ballot': false,
  'left-out': false,
  'named-twice': false,
  'more-votes-than-electors': false,
  'tie-without-lot': false,
  'lot-without-tie': false,
  'another-elected': false,
  'wrong-majority': true,
  'verified-not-counted': true,
  'many-rejected': true,
  'already-declared': false,
  'nothing-changed': false,
  'correction-without-reason': false,
  'was-withdrawn': false,
  'turnout-unlike-before': true,
  'share-unlike-before': true,
  'big-party-at-nothing': true,
  'half-typed': true,
  'looks-swapped': true,
  'flash-not-likely': true,
  'another-winner': true,
  'nothing-to-withdraw': false,
  'could-not-be-worked-out': false,
} as const satisfies Readonly<Record<string, boolean>>

export type ReasonCode = keyof typeof releasableByCode

export const isReasonCode = (code: unknown): code is ReasonCode =>
  typeof code === 'string' && Object.hasOwn(releasableByCode, code)

export const reasonCodes: readonly ReasonCode[] = Object.keys(releasableByCode).filter(isReasonCode)

/** Why a declaration waits for the desk. `words` are for a journalist, `code` is for a program. */
export type Reason = {
  readonly code: ReasonCode
  readonly words: string
  readonly suggestion?: string
}

/** What stands of a seat, or stood, when figures come. */
export type Standing = Pick<Seat, 'flash' | 'latest' | 'withdrawn'>
export const nothingStands: Standing = { flash: null, latest: null, withdrawn: null }

/** What a declaration is checked against. */
export type Question = {
  readonly declaration: Declaration
  readonly contest: Contest
  readonly seat: Standing
  /** Turnouts and shares move otherwise at a by-election. */
  readonly kind: NightDefinition['kind']
}

/** One thing that may speak against a declaration; null where it does not. */
export type Check = (question: Question) => Reason | null
