import { z } from 'zod'
import { ConstituencyId } from '../constituency.ts'
import { Instant } from '../instant.ts'

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hours and minutes: 23:30')

/**
 * What a reporter wants to be woken by. Corrections of what was received always come, whatever stands here. [ALR6 ALR11]
 */
export const AlertRules = z.strictObject({
  /** My seats: result, winner, recount, imminent. Never collected. */
  seats: z.array(ConstituencyId).max(650).default([]),
  /** I stand in the hall: my seats come in quiet hours too. */
  atCount: z.boolean().default(false),
  /** Gains by or from one of these parties, in one of these regions; an empty list means any. Null: none. */
  gains: z
    .strictObject({
      parties: z.array(z.string().max(40)).max(50).default([]),
      regions: z.array(z.string().max(100)).max(50).default([]),
    })
    .nullable()
    .default({ parties: [], regions: [] }),
  everyResult: z.boolean().default(false),
  upsets: z.boolean().default(true),
  /** Seats to watch: whoever stands there, or why it matters. */
  keySeats: z.boolean().default(true),
  records: z.boolean().default(true),
  /** A majority passed or lost, a hung parliament: once each. */
  milestones: z.boolean().default(true),
  /** What the desk says of the night itself. */
  desk: z.boolean().default(true),
  /** London's time of day; what comes then is one silent notification. May go past midnight. */
  quiet: z.strictObject({ from: TimeOfDay, to: TimeOfDay }).nullable().default(null),
  /** Of all but my seats, milestones and corrections; what is above it is collected. */
  mostInAnHour: z.int().min(1).max(200).nullable().default(null),
  /** All but corrections is collected until then. */
  mutedUntil: Instant.nullable().default(null),
})
export type AlertRules = z.infer<typeof AlertRules>
