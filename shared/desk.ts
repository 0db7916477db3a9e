import { z } from 'zod'
import { ConstituencyId } from './constituency.ts'
import { StatusKind } from './event.ts'
import { Instant } from './instant.ts'
import { Seen } from './seen.ts'
import { instant, milliseconds } from './time.ts'

const text = (most: number) => Seen.min(1).max(most)
const perhaps = (most: number) => text(most).nullable().default(null)

/** The winner, before there are figures. */
export const FlashCall = z.strictObject({ constituency: ConstituencyId, candidate: text(100) })
export type FlashCall = z.infer<typeof FlashCall>

/** A result that must not stand. `revision` is the one that is taken back; 0 a winner of whom there are no figures yet. */
export const Withdrawal = z.strictObject({
  constituency: ConstituencyId,
  revision: z.int().min(0).max(99),
  reason: text(500),
})
export type Withdrawal = z.infer<typeof Withdrawal>

/** How a count goes, or when a declaration is expected. */
export const StatusCall = z.strictObject({
  constituency: ConstituencyId,
  status: StatusKind,
  expectedAt: z.iso
    .datetime({ offset: true })
    .transform((time) => instant(milliseconds(time)))
    .pipe(Instant)
    .nullable()
    .default(null),
  text: perhaps(300),
})
export type StatusCall = z.infer<typeof StatusCall>

/** A quote, a reaction, a line of context; of the night where no constituency is named. */
export const NoteCall = z.strictObject({
  constituency: ConstituencyId.nullable().default(null),
  text: text(1000),
  speaker: perhaps(100),
  role: perhaps(100),
  source: perhaps(200),
})
export type NoteCall = z.infer<typeof NoteCall>

/** The night is over; it is about no constituency. */
export const Closing = z.strictObject({ constituency: z.null().default(null) })
