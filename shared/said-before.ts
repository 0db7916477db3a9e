import type { NightEvent } from './event.ts'
import type { Submission } from './submission.ts'

type OfWinner = Extract<Submission, { kind: 'flash' | 'withdrawal' }>

/**
 * What a winner without figures, or the taking back of one, comes after: by its `seq`, the last that was taken back in
 * that seat, or the winner. Nothing for a seat's first, and for the withdrawal of a result. So a winner who was taken
 * back can be said again, and taken back again, in the same words, while either sent twice is sent once. [FLA2]
 */
export const saidBefore = (said: OfWinner, events: readonly NightEvent[]): OfWinner => {
  const { constituency } = said.kind === 'flash' ? said.flash : said.withdrawal
  const isOther = (one: NightEvent): boolean =>
    said.kind === 'flash'
      ? one.kind === 'withdrawn' && one.revision === 0
      : one.kind === 'flash' && said.withdrawal.revision === 0
  const after = events.findLast(
    (one) => isOther(one) && 'constituency' in one && one.constituency?.id === constituency,
  )?.seq
  return after === undefined ? said : { ...said, after }
}
