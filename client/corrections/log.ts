import type { Board } from '@night/shared/board'
import type { Correction } from '@night/shared/event'

/** One entry of the log, as it reads now. */
export type Entry = {
  readonly correction: Correction
  readonly mark: 'CORRECTION' | 'WITHDRAWN'
  /** What it put there; null where nothing was. */
  readonly line: string | null
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
    const seat = board.seatsById[constituency.id]
    const last = seat?.latest ?? seat?.withdrawn ?? null
    const isStanding = last === null || last.seq <= seq
    const place = `number ${seq} of the night, instead of number ${replaces}`
    const named = revision === 0 ? 'Winner without figures' : `Revision ${revision}`
    const what = kind === 'corrected' ? named : `${named} taken back`
    const gone = kind === 'corrected' ? 'Does not stand any more' : 'Stood after it'
    const later = last?.kind === 'withdrawn' ? 'withdrawn since' : `now revision ${last?.revision}`
    return {
      correction,
      mark: kind === 'corrected' ? 'CORRECTION' : 'WITHDRAWN',
      line: kind === 'corrected' ? correction.words.line : null,
      standing: isStanding ? 'Stands now' : `${gone}; ${later}`,
      isStanding,
      numbers: `${what}, ${place}`,
    }
  })

/** Changes when something was put right, or when the night is another run: then the log is read again. */
export const correctedUpTo = (board: Board | null): number =>
  Math.max(
    0,
    ...Object.values(board?.seatsById ?? {})
      .flatMap(({ latest, withdrawn }) => [latest, withdrawn])
      .filter((event) => event !== null && event.kind !== 'declared')
      .map((event) => event?.seq ?? 0),
  )
