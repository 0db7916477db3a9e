import type { NightEvent } from './event.ts'
import { milliseconds } from './time.ts'

/**
 * When something was said, on the night's clock (milliseconds). A correction has the time of what it corrects, and was
 * not known before it was published. [FEED8 RPL2]
 */
export const saidAt = ({ kind, at, publishedAt }: NightEvent): number =>
  milliseconds(kind === 'corrected' ? publishedAt : at)

/**
 * The hours of a night. It may have been opened on another day, days before for whoever prepares it, or later as a
 * rehearsal, and that day is none of them. [RPL5]
 */
export const hoursSaid = (
  events: readonly NightEvent[],
  pollsClose: string,
): { readonly from: number; readonly to: number } => {
  const opened = Math.min(...events.filter(({ kind }) => kind === 'opened').map(saidAt))
  const said = events.filter(({ kind }) => kind !== 'opened').map(saidAt)
  const first = Math.min(...said)
  const begin = Math.min(first, milliseconds(pollsClose))
  const from = opened > first ? begin : Math.max(opened, begin)
  return { from, to: Math.max(from, ...said) }
}
