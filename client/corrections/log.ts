import type { Board, Seat } from '@night/shared/board'
import type { Correction } from '@night/shared/event'

/** One entry of the log, as it reads now. */
export type Entry = {
  readonly correction: Correction
  readonly mark: 'CORRECTION' | 'WITHDRAWN'
  /** What it put there: a line, or that nothing is. */
  readonly line: string
  /** "Stands now", or what came after it. */
  readonly standing: string
  readonly isStanding: boolean
  /** "Revision 2, number 4 of the night, instead of number 2". */
  readonly numbers: string
}

/** The log's entries, each with what stands now of what it said. [COR5] */
export const entriesOf = (corrections: readonly Correction[], board: Board): Entry[] =>
  corrections.map((correction) => {
    const { kind, revision, seq, replaces, constituency } = correction
    const later = laterThan(correction, board.seatsById[constituency.id])
    const place = `number ${seq} of the night, instead of number ${replaces}`
    const named = revision === 0 ? 'Winner without figures' : `Revision ${revision}`
    const what = kind === 'corrected' ? named : `${named} taken back`
    const gone = kind === 'corrected' ? 'Does not stand any more' : 'Stood after it'
    return {
      correction,
      mark: kind === 'corrected' ? 'CORRECTION' : 'WITHDRAWN',
      line: lineOf(correction),
      standing: later === null ? 'Stands now' : `${gone}; ${later}`,
      isStanding: later === null,
      numbers: `${what}, ${place}`,
    }
  })

const lineOf = (correction: Correction): string => {
  if (correction.kind === 'corrected') return correction.words.line
  return correction.revision === 0
    ? 'No winner and no figures of this constituency'
    : 'No figures of this constituency'
}

/** What is there now instead; null where it still is as it was put right. */
const laterThan = ({ kind, seq }: Correction, seat: Seat | undefined): string | null => {
  if (seat?.flash && seat.flash.seq > seq) return 'now a winner without figures'
  const last = seat?.latest ?? seat?.withdrawn ?? null
  if (last === null || last.seq <= seq) return null
  if (last.kind !== 'withdrawn') return `now revision ${last.revision}`
  // Where nothing was put, nothing is as it was.
  return kind === 'withdrawn' ? null : 'withdrawn since'
}

/** Changes when something was put right, or when the night is another run: then the log is read again. */
export const correctedUpTo = (board: Board | null): number =>
  Math.max(
    0,
    ...Object.values(board?.seatsById ?? {})
      .flatMap(({ latest, withdrawn }) => [latest, withdrawn])
      .filter((event) => event !== null && event.kind !== 'declared')
      .map((event) => event?.seq ?? 0),
  )
