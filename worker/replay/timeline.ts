import type {
  FlashEvent,
  NightEvent,
  NoteEvent,
  ResultEvent,
  StatusEvent,
  WithdrawnEvent,
} from '@night/shared/event'
import type { Declaration } from '@night/shared/declaration'
import type { Release } from '@night/shared/ruling'
import { timesSaid } from '@night/shared/said-at'
import type { Submission } from '@night/shared/submission'
import { inTurn } from '@night/shared/turn'

/** What a recording sends into the queue, and when on the night's clock (milliseconds). */
export type Cue = { readonly at: number; readonly submission: Submission }

/**
 * The cues of a recorded log, in the order in which it was published. The same log gives the same cues in every run
 * but for the run's own number, so sending them twice is sending them once. [RPL1]
 */
export const timeline = (events: readonly NightEvent[], run: number): Cue[] => {
  const times = timesSaid(events)
  return events.map((event, place) => ({
    at: times[place] ?? Number.NEGATIVE_INFINITY,
    submission: inTurn(eventToSubmission(event, run), events.slice(0, place)),
  }))
}

const eventToSubmission = (event: NightEvent, run: number): Submission => {
  const { at, publishedAt } = event
  switch (event.kind) {
    case 'opened':
      return { kind: 'opening', at, publishedAt, run }
    case 'closed':
      return { kind: 'closing', at, publishedAt }
    case 'declared':
    case 'corrected':
      return {
        kind: 'declaration',
        declaration: eventToDeclaration(event),
        by: event.by,
        publishedAt,
        ...released(event),
      }
    case 'flash':
    case 'withdrawn':
    case 'status':
    case 'note':
      return { ...eventToCall(event), at, by: event.by, publishedAt, ...released(event) }
  }
}

/** What somebody let through on its own night is let through again, over what was overruled then. */
const released = (event: NightEvent): { readonly released?: Release } => {
  if (!('released' in event) || event.released === undefined) return {}
  return { released: event.released }
}

/** What the desk said, without what we made of it. */
const eventToCall = (event: FlashEvent | WithdrawnEvent | StatusEvent | NoteEvent) => {
  const constituency = event.constituency?.id ?? ''
  switch (event.kind) {
    case 'flash':
      return { kind: 'flash', flash: { constituency, candidate: event.winner.candidate } } as const
    case 'withdrawn': {
      const { revision, reason } = event
      return { kind: 'withdrawal', withdrawal: { constituency, revision, reason } } as const
    }
    case 'status': {
      const { status, expectedAt, text } = event
      return { kind: 'status', status: { constituency, status, expectedAt, text } } as const
    }
    case 'note': {
      const { text, speaker, role, source } = event
      const note = { constituency: constituency || null, text, speaker, role, source }
      return { kind: 'note', note } as const
    }
  }
}

/** The votes as they were read out, from what was said of them. */
const eventToDeclaration = (event: ResultEvent): Declaration => {
  const { candidates, turnout, decidedByLot } = event.result
  return {
    constituency: event.constituency.id,
    revision: event.revision,
    declaredAt: event.at,
    votes: candidates.map(({ id, votes }) => ({ candidate: id, votes })),
    valid: turnout.valid,
    rejected: turnout.rejected,
    electorate: turnout.electorate,
    verified: null,
    majority: null,
    elected: null,
    drawnByLot: decidedByLot ? (candidates.find(({ elected }) => elected)?.id ?? null) : null,
    reason: event.kind === 'corrected' ? event.reason : null,
  }
}
