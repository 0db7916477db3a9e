import { z } from 'zod'
import { Contest } from './contest.ts'
import { Instant } from './instant.ts'
import { Seen } from './seen.ts'

export const NightId = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{2,79}$/,
    'three to eighty small letters, digits and hyphens, the first no hyphen',
  )

/** Live goes on air; a rehearsal and a replay never do; recorded is a folder that can be opened or replayed. */
export const Mode = z.enum(['live', 'rehearsal', 'replay', 'recorded'])
export type Mode = z.infer<typeof Mode>

/** The modes that have a log in Redis. */
export const OpenMode = Mode.exclude(['recorded'])
export type OpenMode = z.infer<typeof OpenMode>

/** What is known before the polls close: the file `night.json`. */
export const NightDefinition = z.strictObject({
  id: NightId,
  title: Seen.min(1),
  kind: z.enum(['by-elections', 'general-election']),
  date: z.iso.date(),
  pollsClose: Instant,
  /** How its sentences are written; the house's own way where it is not said. */
  style: z.enum(['house', 'wire']).optional(),
  contests: z.array(Contest).min(1),
})
export type NightDefinition = z.infer<typeof NightDefinition>

/** A night that was opened. `run` counts how often a replay was wound back; each run has a log of its own. */
export const OpenNight = z.strictObject({
  id: NightId,
  mode: OpenMode,
  run: z.int().min(1),
  openedAt: Instant,
})
export type OpenNight = z.infer<typeof OpenNight>

/** A night as lists show it. */
export const NightSummary = z.strictObject({
  id: NightId,
  title: z.string(),
  kind: NightDefinition.shape.kind,
  mode: Mode,
  date: z.iso.date(),
  pollsClose: Instant,
  constituencies: z.int(),
  declared: z.int(),
  seq: z.int(),
  state: z.enum(['open', 'closed']),
})
export type NightSummary = z.infer<typeof NightSummary>
