import { z } from 'zod'
import { Instant } from './instant.ts'
import { Seen } from './seen.ts'

/** What the desk decided about something that was held back: by whom, when, why. */
export const Ruling = z.strictObject({
  by: z.string(),
  at: Instant,
  reason: Seen.min(1).max(500),
})
export type Ruling = z.infer<typeof Ruling>

/** A ruling as it goes with what it let through; with what it overruled where a recording knows it. */
export const Release = Ruling.pick({ by: true, reason: true }).extend({
  overruled: z.array(z.string()).min(1).optional(),
})
export type Release = z.infer<typeof Release>

/** As it is sent: who and when is known at the door. */
export const RulingCall = Ruling.pick({ reason: true })
