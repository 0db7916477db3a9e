import { type Board, emptyBoard, fold } from '@night/shared/board'
import { link } from '@night/shared/chain'
import type { Contest } from '@night/shared/contest'
import type { NightEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import type { Table } from '@night/shared/records/facts'
import type { Submission } from '@night/shared/submission'
import { decisionOn } from '@night/worker/decision'
import { sha256 } from '@night/worker/sha256'

/** A recorded night that is told one submission after another, as the worker would be, without Redis. */
export const tell = (
  definition: NightDefinition,
  table: Table,
  submissions: readonly Submission[],
) => {
  const contestsById = new Map(
    definition.contests.map((contest): [string, Contest] => [contest.constituency.id, contest]),
  )
  let board: Board = emptyBoard(definition, 'recorded')
  const events: NightEvent[] = []
  const held: string[] = []
  for (const submission of submissions) {
    const facts = { table, now: '2023-10-20T06:00:00.000Z' }
    const decision = decisionOn(submission, { definition, contestsById, board }, facts)
    if (decision.outcome === 'held') {
      held.push(...decision.reasons.map(({ code }) => code))
    } else {
      const event = link(board, decision.event, sha256)
      events.push(event)
      board = fold(board, event)
    }
  }
  return { board, events, held }
}

/** Every line that stands, by seat. */
export const standing = ({ seatsById }: Board): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(seatsById).map(([id, { records }]) => [id, records.map(({ text }) => text)]),
  )

type Sent = Extract<Submission, { kind: 'declaration' }>

/** The declarations among what a night is told. */
export const declarationsIn = (submissions: readonly Submission[]): Sent[] =>
  submissions.filter((one): one is Sent => one.kind === 'declaration')

/** Tamworth with the figures of the two first the wrong way round. */
export const turned = (sent: Sent, revision: number): Sent => ({
  ...sent,
  declaration: {
    ...sent.declaration,
    revision,
    reason: 'the two first were read the wrong way round',
    votes: sent.declaration.votes.map((row) => {
      if (row.candidate === 'sarah-edwards') return { ...row, votes: 10_403 }
      return row.candidate === 'andy-cooper' ? { ...row, votes: 11_719 } : row
    }),
  },
})
