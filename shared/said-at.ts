import type { NightEvent } from './event.ts'
import { milliseconds } from './time.ts'

/**
 * When something was said, on the night's clock (milliseconds). A correction has the time of what it corrects, and was
 * not known before it was published. [FEED8 RPL2]
 */
export const saidAt = ({ kind, at, publishedAt }: NightEvent): number =>
  milliseconds(kind === 'corrected' ? publishedAt : at)

/** The hours of a night: a rehearsal's opening may be of a later day, which is none of them. [RPL5] */
export const hoursSaid = (
  events: readonly NightEvent[],
  pollsClose: string,
): { readonly from: number; readonly to: number } => {
  const opened = events.filter(({ kind }) => kind === 'opened').map(saidAt)
  const said = events.filter(({ kind }) => kind !== 'opened').map(saidAt)
  const first = Math.min(...said)
  const from = Math.min(...opened)
  if (from > first)
    return { from: Math.min(first, milliseconds(pollsClose)), to: Math.max(...said) }
  return { from, to: Math.max(from, ...said) }
}
