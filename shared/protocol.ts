import { z } from 'zod'
import type { Board } from './board.ts'
import type { NightEvent } from './event.ts'
import { Follow } from './follow.ts'
import type { Instant } from './instant.ts'
import { NightId } from './night.ts'

/** What a screen says when it connects. */
export const Handshake = z.strictObject({
  night: NightId,
  /** The last event it holds; without it the whole board is sent. */
  since: z.strictObject({ seq: z.int().min(0), hash: z.string().max(64) }).optional(),
  /** What it wants to hear; without it, everything. */
  follow: Follow.optional(),
  token: z.string().max(200).optional(),
  /** What its page was built as, where it knows: for whoever runs the house. */
  version: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
})
export type Handshake = z.infer<typeof Handshake>

/** The first message: the whole board, or exactly what was missed. `reset`: the screen's history is not this log's. */
export type NightMessage =
  | { readonly night: string; readonly board: Board; readonly seq: number; readonly reset?: true }
  | {
      readonly night: string
      readonly events: readonly NightEvent[]
      readonly seq: number
      /** Of the event at `seq`, which a follower may not have been sent. */
      readonly hash?: string
    }

/** Sent to a follower in place of an event that it does not follow: it is complete up to there. */
export type Passed = { readonly upTo: number; readonly hash: string }

/** The night's clock, when it changes and every ten seconds. */
export type ClockMessage = {
  readonly now: Instant
  readonly speed: number | 'max'
  readonly playing: boolean
}

export type ServerToScreen = {
  night: (message: NightMessage) => void
  event: (event: NightEvent | Passed) => void
  clock: (clock: ClockMessage) => void
  refused: (problem: Problem) => void
}

/** Screens only listen. */
export type ScreenToServer = Record<string, never>

/** RFC 9457. `code` is for programs, `detail` for a journalist. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
}
