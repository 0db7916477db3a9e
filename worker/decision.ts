import type { Board } from '@night/shared/board'
import type { Contest } from '@night/shared/contest'
import type { UnplacedEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import type { Table } from '@night/shared/records/facts'
import { roundUp } from '@night/shared/round-up'
import type { Submission } from '@night/shared/submission'
import { declare } from './declare.ts'
import { flash, note, status, withdraw } from './desk.ts'
import type { Decision, Matter } from './matter.ts'

/** A night as far as it has come: what was known before the polls closed, and the log folded. */
export type KnownNight = {
  readonly definition: NightDefinition
  readonly contestsById: ReadonlyMap<string, Contest>
  readonly board: Board
}

export type Facts = { readonly table: Table; readonly now: string }

/** What becomes of a submission on the night as it stands; `now` is when it is published, unless that is known. */
export const decisionOn = (
  submission: Submission,
  night: KnownNight,
  { table, now }: Facts,
): Decision => {
  const { board } = night
  const publishedAt = submission.publishedAt ?? now
  const about = <Kind extends Submission['kind']>(
    of: Extract<Submission, { kind: Kind }>,
    constituency: string,
  ): Matter<Kind> => ({
    submission: of,
    contest: contestOf(night, constituency),
    board,
    table,
    publishedAt,
  })
  switch (submission.kind) {
    case 'opening':
    case 'closing':
      return { outcome: 'publish', event: endOf(submission, night, publishedAt) }
    case 'note':
      return note(submission, night, publishedAt)
    case 'declaration':
      return declare(about(submission, submission.declaration.constituency))
    case 'flash':
      return flash(about(submission, submission.flash.constituency))
    case 'withdrawal':
      return withdraw(about(submission, submission.withdrawal.constituency))
    case 'status':
      return status(about(submission, submission.status.constituency))
  }
}

const contestOf = ({ contestsById, definition }: KnownNight, constituency: string): Contest => {
  const contest = contestsById.get(constituency)
  if (!contest)
    throw new Error(
      `${constituency} has no contest in ${definition.id}; the door should have said so.`,
    )
  return contest
}

/** The two events that a night begins and ends with. */
const endOf = (
  submission: Extract<Submission, { kind: 'opening' | 'closing' }>,
  { board, definition }: KnownNight,
  publishedAt: string,
): UnplacedEvent => {
  const head = { night: board.night.id, mode: board.night.mode, at: submission.at, publishedAt }
  if (submission.kind === 'closing')
    return { ...head, kind: 'closed', words: { roundUp: roundUp(board) } }
  const { title, contests } = definition
  return { ...head, kind: 'opened', title, constituencies: contests.length, run: submission.run }
}
