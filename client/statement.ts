import type { Board, Seat } from '@night/shared/board'
import { onceFor } from '@night/shared/once-for'
import type { FlashEvent, NightEvent, ResultEvent, WithdrawnEvent } from '@night/shared/event'

/** Something said of who won a seat: figures, a winner without figures, or that what was said does not stand. */
export type Statement = ResultEvent | FlashEvent | WithdrawnEvent

export const isStatement = (event: NightEvent): event is Statement =>
  event.kind === 'declared' ||
  event.kind === 'corrected' ||
  event.kind === 'flash' ||
  event.kind === 'withdrawn'

/** As a strap says it before the time. */
export const verbs: Readonly<Record<Statement['kind'], string>> = {
  declared: 'Declared',
  corrected: 'Corrected',
  flash: 'Called',
  withdrawn: 'Withdrawn',
}

/** The last that was said of a seat, by its place in the log: what came late is still what we know last. */
export const statementOf = ({ latest, flash, withdrawn }: Seat): Statement | null =>
  later(later(latest, flash), withdrawn)

const later = (a: Statement | null, b: Statement | null): Statement | null =>
  a === null || (b !== null && b.seq > a.seq) ? b : a

export type Said = { readonly seat: Seat; readonly statement: Statement }

/** The seat of which something was said last; null in the quiet hours. */
export const lastSaid = onceFor((board: Board): Said | null =>
  Object.values(board.seatsById).reduce<Said | null>((last, seat) => {
    const statement = statementOf(seat)
    if (statement === null || (last !== null && last.statement.seq > statement.seq)) return last
    return { seat, statement }
  }, null),
)
