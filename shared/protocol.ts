import { z } from 'zod'
import { BoardAnswer } from './answer/board.ts'
import type { Board } from './board.ts'
import { NightEvent } from './event.ts'
import { Follow } from './follow.ts'
import { Instant } from './instant.ts'
import { NightId } from './night.ts'
import { Speed } from './replay.ts'

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

const seq = z.int().min(0)
const hash = z.string().regex(/^([0-9a-f]{64})?$/)

export const NightMessage = z.union([
  z.strictObject({
    night: NightId,
    board: BoardAnswer,
    seq,
    reset: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    night: NightId,
    events: z.array(NightEvent),
    seq,
    hash: hash.exactOptional(),
  }),
]) satisfies z.ZodType<NightMessage>

/** Sent to a follower in place of an event that it does not follow: it is complete up to there. */
export const Passed = z.strictObject({ upTo: seq, hash })
export type Passed = z.infer<typeof Passed>

/** The night's clock, when it changes and every second. */
export const ClockMessage = z.strictObject({
  now: Instant,
  /** Night seconds a second. */
  speed: Speed,
  playing: z.boolean(),
})
export type ClockMessage = z.infer<typeof ClockMessage>

export type ServerToScreen = {
  night: (message: NightMessage) => void
  event: (event: NightEvent | Passed) => void
  clock: (clock: ClockMessage) => void
  refused: (problem: Problem) => void
}

/** Screens only listen. */
export type ScreenToServer = Record<string, never>

/** RFC 9457. `code` is for programs, `detail` for a journalist. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  code: z.string(),
  detail: z.string(),
})
export type Problem = z.infer<typeof Problem>
