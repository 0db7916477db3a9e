import type { Seat } from '@night/shared/board'
import { check } from '@night/shared/checks'
import { mayBeReleased } from '@night/shared/reason'
import { standingAfter } from '@night/shared/records/standing'
import { instant, milliseconds } from '@night/shared/time'
import { wordsOf } from '@night/shared/words'
import { consequencesOf } from '@night/shared/consequences'
import { count } from './count.ts'
import { type Decision, type Matter, isOfRecordings, overruling, wasDecided } from './matter.ts'
import { outcome } from './outcome.ts'

/** A declaration becomes a result that is published, or is held back with every reason. [CHK1 OUT1 LOG4 REC7] */
export const declare = (matter: Matter<'declaration'>): Decision => {
  const { submission, contest, board, table, publishedAt } = matter
  const { declaration, by } = submission
  const { id, name } = contest.constituency
  const seat = board.seatsById[id]
  const { standing: reasons, overruled } = seat
    ? objections(matter, seat)
    : { standing: [], overruled: [] }
  const [first, ...others] = count(declaration, contest)
  if (reasons.length > 0 || !first || !seat) return { outcome: 'held', reasons }
  const { night } = board
  const at = instant(milliseconds(declaration.declaredAt))
  const result = outcome(declaration, contest, [first, ...others])
  const tale = { name, result, at, style: night.style }
  const core = {
    night: night.id,
    mode: night.mode,
    at,
    publishedAt,
    constituency: { id, name },
    revision: declaration.revision,
    result,
    by,
    ...overruling(submission.released, overruled),
  }
  const silent = { records: [], recordChanges: [], words: wordsOf({ ...tale, records: [] }) }
  const alone = { ...core, ...silent, kind: 'declared', seq: board.seq + 1, hash: '' } as const
  const standing = standingAfter(board, alone, table)
  const event = { ...core, ...standing, words: wordsOf({ ...tale, records: standing.records }) }
  const replaced = seat.latest ?? (seat.withdrawn?.revision ? seat.withdrawn : null)
  if (!replaced) return { outcome: 'publish', event: { ...event, kind: 'declared' } }
  const correction = {
    kind: 'corrected',
    replaces: replaced.seq,
    reason: declaration.reason ?? '',
  } as const
  const consequences = consequencesOf(board, seat, event)
  return { outcome: 'publish', event: { ...event, ...correction, consequences } }
}

/**
 * What speaks against it, and what of that was overruled. On a night of recordings all was decided on its own night;
 * elsewhere a winner who was named is never overruled, but withdrawn. [FLA4]
 */
const objections = (matter: Matter<'declaration'>, seat: Seat) => {
  const { submission, contest, board } = matter
  const { kind } = board.night
  const { declaration, released } = submission
  const all = check({ declaration, contest, seat, kind })
  const soft = all.filter(
    ({ code }) => mayBeReleased(code) && (code !== 'another-winner' || isOfRecordings(board)),
  )
  return {
    standing: wasDecided(released, board) ? all.filter((reason) => !soft.includes(reason)) : all,
    overruled: soft.map(({ code }) => code),
  }
}
