import type { NightEvent } from './event.ts'
import { milliseconds } from './time.ts'

/**
 * When something was said, on the night's clock (milliseconds). A correction has the time of what it corrects, and was
 * not known before it was published. [FEED8 RPL2]
 */
export const saidAt = ({ kind, at, publishedAt }: NightEvent): number =>
  milliseconds(kind === 'corrected' ? publishedAt : at)

const isOpening = ({ kind }: NightEvent): boolean => kind === 'opened'

/** When the night was opened, and when the first of what is said of it was said. */
const beginsOf = (events: readonly NightEvent[]) => ({
  opened: Math.min(...events.filter(isOpening).map(saidAt)),
  first: Math.min(...events.filter((event) => !isOpening(event)).map(saidAt)),
})

/**
 * When each event is played again. A night is open before anything is said of it. What a rehearsal on a later day than
 * its night had from that day, as its end and what the desk said, comes with what was said before it. [RPL5]
 */
export const timesSaid = (events: readonly NightEvent[]): number[] => {
  const { opened, first } = beginsOf(events)
  let latest = first
  return events.map((event) => {
    if (isOpening(event)) return Number.NEGATIVE_INFINITY
    const said = saidAt(event)
    if (opened > first && said >= opened) return latest
    latest = Math.max(latest, said)
    return said
  })
}

/**
 * The hours of a night. It may have been opened on another day, days before for whoever prepares it, or later as a
 * rehearsal, and that day is none of them. [RPL5]
 */
export const hoursSaid = (
  events: readonly NightEvent[],
  pollsClose: string,
): { readonly from: number; readonly to: number } => {
  const { opened, first } = beginsOf(events)
  const begin = Math.min(first, milliseconds(pollsClose))
  const from = opened > first ? begin : Math.max(opened, begin)
  return { from, to: Math.max(from, ...timesSaid(events)) }
}
