import type { NightEvent } from './event.ts'
import { milliseconds } from './time.ts'

/**
 * When something was said, on the night's clock (milliseconds). A correction has the time of what it corrects, and was
 * not known before it was published. [FEED8 RPL2]
 */
export const saidAt = ({ kind, at, publishedAt }: NightEvent): number =>
  milliseconds(kind === 'corrected' ? publishedAt : at)
