import type { ResultEvent, NightEvent } from '@night/shared/event'
import type { Declaration } from '@night/shared/declaration'
import type { Submission } from '@night/shared/submission'
import { milliseconds } from '@night/shared/time'

/** What a recording sends into the queue, and when on the night's clock (milliseconds). */
export type Cue = { readonly at: number; readonly submission: Submission }

/**
 * The cues of a recorded log, in the order in which it was published. The same log gives the same cues in every run
 * but for the run's own number, so sending them twice is sending them once. [RPL1]
 */
export const timeline = (events: readonly NightEvent[], run: number): Cue[] =>
  events.map((event) => ({ at: milliseconds(event.at), submission: eventToSubmission(event, run) }))

const eventToSubmission = (event: NightEvent, run: number): Submission => {
  const { at, publishedAt } = event
  switch (event.kind) {
    case 'opened':
      return { kind: 'opening', at, publishedAt, run }
    case 'closed':
      return { kind: 'closing', at, publishedAt }
    case 'declared':
      return {
        kind: 'declaration',
        declaration: eventToDeclaration(event),
        by: event.by,
        publishedAt,
      }
    case 'corrected': {
      const declaration = { ...eventToDeclaration(event), reason: event.reason }
      return { kind: 'declaration', declaration, by: event.by, publishedAt }
    }
  }
}

/** The votes as they were read out, from what was said of them. */
const eventToDeclaration = ({ constituency, revision, at, result }: ResultEvent): Declaration => ({
  constituency: constituency.id,
  revision,
  declaredAt: at,
  votes: result.candidates.map(({ id, votes }) => ({ candidate: id, votes })),
  valid: result.turnout.valid,
  rejected: result.turnout.rejected,
  electorate: result.turnout.electorate,
  majority: null,
  drawnByLot: result.decidedByLot
    ? (result.candidates.find(({ elected }) => elected)?.id ?? null)
    : null,
  reason: null,
})
