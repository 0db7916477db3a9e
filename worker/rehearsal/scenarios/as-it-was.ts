import type { NightEvent } from '@night/shared/event'
import type { Submission } from '@night/shared/submission'
import { timeline } from '../../replay/timeline.ts'
import { readOutToStep } from '../read-out.ts'
import type { Source } from '../source.ts'
import type { Send, Step } from '../step.ts'

/** All that was said on the night, in its order and at its times. */
export const asItWas = ({ definition, events }: Source): Step[] => {
  const contestById = new Map(definition.contests.map((one) => [one.constituency.id, one]))
  return timeline(events, 1).flatMap(({ at, submission }, place): Step[] => {
    const send = submissionToSend(submission)
    if (!send) return []
    const contest = contestById.get(send.body.constituency ?? '')
    if (send.kind === 'declaration' && contest)
      return [readOutToStep({ at, contest, declaration: send.body, kind: definition.kind })]
    const expect = wasReleased(events[place]) ? 'held' : 'published'
    return [{ at, send, expect, why: 'As it was said on the night.' }]
  })
}

/** What somebody had to let through on its own night waits for the desk again. */
const wasReleased = (event: NightEvent | undefined): boolean =>
  event !== undefined && 'released' in event && event.released !== undefined

/** Null for what the house does itself: a night's opening and its end. */
const submissionToSend = (submission: Submission): Send | null => {
  switch (submission.kind) {
    case 'declaration':
      return { kind: 'declaration', body: submission.declaration }
    case 'flash':
      return { kind: 'flash', body: submission.flash }
    case 'withdrawal':
      return { kind: 'withdrawal', body: submission.withdrawal }
    case 'status':
      return { kind: 'status', body: submission.status }
    case 'note':
      return { kind: 'note', body: submission.note }
    case 'opening':
    case 'closing':
      return null
  }
}
