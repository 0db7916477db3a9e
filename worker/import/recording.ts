import { type Board, emptyBoard, fold } from '@night/shared/board'
import { link, type Sha256 } from '@night/shared/chain'
import type { NightEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import type { Table } from '@night/shared/records/facts'
import type { Submission } from '@night/shared/submission'
import { instant, milliseconds } from '@night/shared/time'
import { decisionOn } from '../decision.ts'
import type { Decision } from '../matter.ts'
import type { Finding } from './finding.ts'

/** What a recording is made with: the almanac that records are counted over, and the hash of the chain. */
export type Means = { readonly table: Table; readonly sha256: Sha256 }

type Recording = {
  readonly log: readonly NightEvent[]
  /** Declarations that the worker would hold back. */
  readonly held: readonly Finding[]
}

/**
 * The log that a night's submissions make, one after another, each decided by the worker's own rules on the night as it
 * stood by then. A submission without a time of publication was published when it was read out.
 */
export const record = (
  definition: NightDefinition,
  submissions: readonly Submission[],
  { table, sha256 }: Means,
): Recording => {
  const log: NightEvent[] = []
  const held: Finding[] = []
  const contestsById = new Map(
    definition.contests.map((contest) => [contest.constituency.id, contest]),
  )
  let board = emptyBoard(definition, 'recorded')
  for (const submission of submissions) {
    const now =
      submission.kind === 'declaration' ? submission.declaration.declaredAt : submission.at
    const facts = { table, now: instant(milliseconds(now)) }
    const decision = decisionOn(submission, { definition, contestsById, board }, facts)
    if (decision.outcome === 'held') {
      held.push(...findingsOf(decision, nameOf(board, submission)))
    } else {
      const event = link(board, decision.event, sha256)
      log.push(event)
      board = fold(board, event)
    }
  }
  return { log, held }
}

const nameOf = ({ seatsById }: Board, submission: Submission): string =>
  submission.kind === 'declaration'
    ? (seatsById[submission.declaration.constituency]?.contest.constituency.name ?? 'no seat')
    : 'the night'

const findingsOf = (decision: Extract<Decision, { outcome: 'held' }>, seat: string): Finding[] =>
  decision.reasons.map(({ code, words }) => ({ weight: 'refused', seat, code, words }))
