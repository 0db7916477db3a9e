import { type Board, emptyBoard, fold } from '@night/shared/board'
import { link } from '@night/shared/chain'
import { Declaration } from '@night/shared/declaration'
import type { NightEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import { type Submission, submissionId } from '@night/shared/submission'
import { instant, milliseconds } from '@night/shared/time'
import { decisionOn } from '@night/worker/decision'
import type { Send, Step } from '@night/worker/rehearsal/step'
import { sha256 } from '@night/worker/sha256'
import { emptyTable } from '../../support/almanac.ts'

type Outcome = {
  readonly outcome: 'published' | 'held' | 'refused'
  readonly seq: number | null
  readonly codes: readonly string[]
}

const refused: Outcome = { outcome: 'refused', seq: null, codes: [] }

/** What the house's own rules make of a scenario: the door's, then the worker's, without HTTP and without Redis. */
export const throughTheHouse = (definition: NightDefinition, steps: readonly Step[]) => {
  const contestsById = new Map(definition.contests.map((one) => [one.constituency.id, one]))
  const open = { id: definition.id, mode: 'rehearsal', run: 1, openedAt: instant(0) } as const
  const known = new Map<string, Outcome>()
  const log: NightEvent[] = []
  let board: Board = emptyBoard(definition, 'rehearsal')
  const outcomes = steps.map(({ at, send }): Outcome => {
    if (isRefused(definition, send)) return refused
    const submission = sendToSubmission(send, at)
    const id = submissionId(open, submission, sha256)
    const before = known.get(id)
    if (before) return before
    const facts = { table: emptyTable, now: instant(at) }
    const decision = decisionOn(submission, { definition, contestsById, board }, facts)
    if (decision.outcome === 'publish') {
      const event = link(board, decision.event, sha256)
      log.push(event)
      board = fold(board, event)
    }
    const outcome: Outcome =
      decision.outcome === 'publish'
        ? { outcome: 'published', seq: board.seq, codes: [] }
        : { outcome: 'held', seq: null, codes: decision.reasons.map(({ code }) => code) }
    known.set(id, outcome)
    return outcome
  })
  return { outcomes, board, log }
}

const isRefused = ({ contests, pollsClose }: NightDefinition, { kind, body }: Send): boolean =>
  kind === 'declaration' &&
  (!Declaration.safeParse(body).success ||
    contests.every(({ constituency }) => constituency.id !== body.constituency) ||
    milliseconds(body.declaredAt) < milliseconds(pollsClose))

const sendToSubmission = (send: Send, at: number): Submission => {
  const sent = { at: instant(at), by: 'test' }
  switch (send.kind) {
    case 'declaration':
      return { kind: 'declaration', declaration: send.body, by: 'test' }
    case 'flash':
      return { kind: 'flash', flash: send.body, ...sent }
    case 'status':
      return { kind: 'status', status: send.body, ...sent }
    case 'withdrawal':
      return { kind: 'withdrawal', withdrawal: send.body, ...sent }
    case 'note':
      return { kind: 'note', note: send.body, ...sent }
  }
}
