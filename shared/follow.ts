import { z } from 'zod'
import { ConstituencyId } from './constituency.ts'
import type { NightEvent } from './event.ts'

/** What a program wants to hear of a night. Every list that is given has to fit; a night's beginning and end always do. */
export const Follow = z.strictObject({
  constituencies: z.array(ConstituencyId).max(650).optional(),
  parties: z.array(z.string().max(40)).max(50).optional(),
  regions: z.array(z.string().max(100)).max(50).optional(),
  kinds: z
    .array(z.enum(['flash', 'declared', 'corrected', 'withdrawn', 'status', 'note']))
    .max(6)
    .optional(),
  gainsOnly: z.boolean().optional(),
})
export type Follow = z.infer<typeof Follow>

type SeatEvent = Extract<NightEvent, { constituency: unknown }>
type RegionOf = (constituency: string) => string

/**
 * Whether a follower is sent an event. What takes something back reaches everyone who may have had it, so corrections
 * and withdrawals of a seat are not held against parties or gains. [FEED14]
 */
export const isFollowed = (follow: Follow, event: NightEvent, regionOf: RegionOf): boolean => {
  if (event.kind === 'opened' || event.kind === 'closed') return true
  const { constituencies, regions, kinds } = follow
  if (kinds && !kinds.includes(event.kind)) return false
  const about = seatsOf(event)
  if (constituencies && !about.some((id) => constituencies.includes(id))) return false
  if (regions && !about.some((id) => regions.includes(regionOf(id)))) return false
  return concerns(follow, event)
}

/** The seat that an event is of, and those whose lines it changes. */
const seatsOf = (event: SeatEvent): string[] => [
  ...(event.constituency ? [event.constituency.id] : []),
  ...('recordChanges' in event ? event.recordChanges.map(({ constituency }) => constituency) : []),
]

const concerns = ({ parties, gainsOnly }: Follow, event: NightEvent): boolean => {
  if (event.kind !== 'declared' && event.kind !== 'flash') return true
  const { kind, from } = event.kind === 'flash' ? event.verdict : event.result.verdict
  const winner = event.kind === 'flash' ? event.winner.party : event.result.verdict.party
  if (gainsOnly && kind !== 'gain') return false
  return !parties || parties.includes(winner) || (from !== null && parties.includes(from))
}
