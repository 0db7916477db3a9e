import { type Board, fold } from '../board.ts'
import type { DeclaredSeat } from '../declared.ts'
import { canonical } from '../chain.ts'
import type { NightEvent } from '../event.ts'
import type { RecordLine } from '../result.ts'
import { inDeclaredOrder, type Table, withSeatInOrder } from './facts.ts'
import { recordsFor } from './records.ts'

type Standing = {
  /** The lines of the seat that the event is about. */
  readonly records: RecordLine[]
  /** Other seats whose lines are no longer what they were: one was beaten, or stands again. */
  readonly recordChanges: { readonly constituency: string; readonly records: RecordLine[] }[]
}

/**
 * The lines that stand once `event` is folded into `board`. Only seats declared after it can change, since a line
 * looks at what was declared before. In whatever order events arrive, the same lines stand in the end. [REC7]
 */
export const standingAfter = (
  board: Board,
  event: NightEvent & { constituency: { id: string } },
  table: Table,
): Standing => {
  const { id } = event.constituency
  const before = inDeclaredOrder(board)
  const seat = seatAfter(board, event)
  const order = seat ? withSeatInOrder(before, seat) : before
  const first = Math.min(placeOf(before, id), placeOf(order, id))
  const standing = order.slice(first).map((seat, place) => ({
    seat,
    records: recordsFor({ seat, earlier: order.slice(0, first + place), board }, table),
  }))
  return {
    records: standing.find(({ seat }) => idOf(seat) === id)?.records ?? [],
    recordChanges: standing
      .filter(
        ({ seat, records }) => idOf(seat) !== id && canonical(seat.records) !== canonical(records),
      )
      .map(({ seat, records }) => ({ constituency: idOf(seat), records })),
  }
}

/** A board of that seat alone is folded: the whole one is a copy of 650 seats. */
const seatAfter = (board: Board, event: NightEvent & { constituency: { id: string } }) => {
  const { id } = event.constituency
  const seat = board.seatsById[id]
  return seat && fold({ ...board, seatsById: { [id]: seat } }, event).seatsById[id]
}

const idOf = ({ contest }: DeclaredSeat): string => contest.constituency.id

/** Behind all others where it is not among them. */
const placeOf = (order: readonly DeclaredSeat[], id: string): number => {
  const place = order.findIndex((seat) => idOf(seat) === id)
  return place === -1 ? order.length : place
}
