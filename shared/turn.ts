import type { NightEvent } from './event.ts'
import type { Submission } from './submission.ts'

/**
 * A submission as it stands after the events of its night so far. A winner comes after the last withdrawal of one, the
 * withdrawal of a winner after the last of them: so the same words on another turn are not the same, and are on the
 * same turn. Of figures their revision says it. [FLA3]
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
      if (revision > 0) return submission
      const last = events.findLast(
        (event) => event.kind === 'flash' && event.constituency.id === constituency,
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
