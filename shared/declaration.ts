import { z } from 'zod'
import { ConstituencyId } from './constituency.ts'
import { Instant } from './instant.ts'
import { Seen } from './seen.ts'
import { instant, milliseconds } from './time.ts'

const count = z.int().nonnegative().max(1_000_000)

/** A time that an event can carry: in UTC, of a year of four digits. */
const time = z.iso
  .datetime({ offset: true, abort: true })
  .refine((text) => Instant.safeParse(instant(milliseconds(text))).success, {
    message: 'in UTC a year has four digits',
  })

/** The votes as the returning officer read them out. What we say of them is a Result. */
export const Declaration = z.strictObject({
  constituency: ConstituencyId,
  revision: z.int().min(1).max(99).default(1),
  declaredAt: time,
  votes: z
    .array(z.strictObject({ candidate: z.string().min(1).max(100), votes: count }))
    .min(1)
    .max(100),
  valid: count,
  /** Null where the officer did not say: unknown is not 0. */
  rejected: count.nullable(),
  electorate: count.positive(),
  /** Ballot papers verified before the count, if it was told; checked, never used. */
  verified: count.nullable().default(null),
  /** The majority as read out, if it was; checked, never used. */
  majority: count.nullable().default(null),
  /** The candidate whom the officer named as elected, if it was told; checked, never used. */
  elected: z.string().max(100).nullable().default(null),
  /** The candidate whom the lot favoured, when the two first were level. */
  drawnByLot: z.string().max(100).nullable().default(null),
  /** Why a revision after the first was needed. */
  reason: Seen.min(1).max(500).nullable().default(null),
})
export type Declaration = z.infer<typeof Declaration>
