import { z } from 'zod'
import { Contest } from '../contest.ts'
import { Corrected, NightEvent, Withdrawn } from '../event.ts'
import { NightSummary } from '../night.ts'

export const NightsAnswer = z.strictObject({ nights: z.array(NightSummary) })

/** A contest, and what would be a record there; empty once it has declared. */
export const WatchedContest = Contest.extend({
  watch: z.array(z.strictObject({ id: z.string(), text: z.string() })),
})

export const NightAnswer = NightSummary.extend({
  roundUp: z.string(),
  /** Of a general election only. */
  majorityLines: z.strictObject({ overall: z.int(), effective: z.int() }).optional(),
  contests: z.array(WatchedContest),
})

export const EventsAnswer = z.strictObject({
  events: z.array(NightEvent),
  /** Of the night's last event. */
  seq: z.int().min(0),
})

export const CorrectionsAnswer = z.strictObject({
  corrections: z.array(z.discriminatedUnion('kind', [Corrected, Withdrawn])),
})
