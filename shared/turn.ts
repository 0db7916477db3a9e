import type { NightEvent } from './event.ts'
import type { Submission } from './submission.ts'

/**
 * A submission as it stands after the events of its night so far. A winner comes after the last withdrawal of one, a
 * withdrawal after what it takes back: so the same words on another turn are not the same, and are on the same turn.
 * Of figures their revision says it. [FLA3 COR2]
 */
export const inTurn = (submission: Submission, events: readonly NightEvent[]): Submission => {
  switch (submission.kind) {
    case 'flash': {
      const { constituency } = submission.flash
      const last = events.findLast(
        (event) =>
          event.kind === 'withdrawn' &&
          event.revision === 0 &&
          event.constituency.id === constituency,
      )
      return { ...submission, after: last?.seq }
    }
    case 'withdrawal': {
      const { constituency, revision } = submission.withdrawal
      const last = events.findLast(
        (event) =>
          (event.kind === 'flash' || event.kind === 'declared' || event.kind === 'corrected') &&
          event.constituency.id === constituency &&
          ('revision' in event ? event.revision : 0) === revision,
      )
      return { ...submission, after: last?.seq }
    }
    case 'opening':
    case 'closing':
    case 'declaration':
    case 'status':
    case 'note':
      return submission
  }
}
