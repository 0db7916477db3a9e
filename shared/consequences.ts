import type { Board, Seat } from './board.ts'
import type { Consequence, ResultEvent, WithdrawnEvent } from './event.ts'
import { partyOf } from './party.ts'

type Change = Pick<ResultEvent | WithdrawnEvent, 'recordChanges'> &
  Partial<Pick<ResultEvent, 'records' | 'result' | 'words'>>

/**
 * What was said because of figures that no longer stand, and is not said again in the same words: the line itself, the
 * totals that it moved, the records that it made here and elsewhere. [COR1]
 */
export const consequencesOf = (board: Board, seat: Seat, change: Change): Consequence[] => {
  const { latest, flash } = seat
  if (!latest) return flash ? [{ kind: 'line', text: flash.words.line }] : []
  return [
    ...(latest.words.line === change.words?.line
      ? []
      : [{ kind: 'line', text: latest.words.line } as const]),
    ...totals(latest.result.verdict.party, change.result?.verdict.party ?? null),
    ...records(seat, change.records ?? []),
    ...change.recordChanges.flatMap(({ constituency, records: now }) => {
      const other = board.seatsById[constituency]
      return other ? records(other, now) : []
    }),
  ]
}

const totals = (before: string, now: string | null): Consequence[] => {
  if (before === now) return []
  const moves = [
    `${partyOf(before).short} one seat fewer`,
    ...(now === null ? [] : [`${partyOf(now).short} one more`]),
  ]
  return [{ kind: 'total', text: moves.join(', ') }]
}

/** Lines of a seat that are no longer said in the same words. */
const records = ({ contest, records: before }: Seat, now: Seat['records']): Consequence[] => {
  const kept = new Set(now.map(({ text }) => text))
  return before
    .filter(({ text }) => !kept.has(text))
    .map(({ text }) => ({ kind: 'record', text: `${contest.constituency.name}: ${text}` }))
}
