import type { Board, Seat } from './board.ts'
import type { NightEvent, ResultEvent } from './event.ts'
import { byTime } from './time.ts'

export type DeclaredSeat = Seat & { readonly latest: ResultEvent }
export const isDeclared = (seat: Seat): seat is DeclaredSeat => seat.latest !== null

const declaredByBoard = new WeakMap<Board, readonly DeclaredSeat[]>()
/** The order of an earlier board of the same night, and whose place or figures are not the same since. */
const orderBefore = new WeakMap<Board, OrderBefore>()
type OrderBefore = { readonly order: readonly DeclaredSeat[]; readonly changed: readonly string[] }

/** What is known of `from` helps with `to`, into which these events were folded. */
export const rememberOrder = (from: Board, to: Board, events: readonly NightEvent[]): void => {
  const order = declaredByBoard.get(from)
  const before = order ? { order, changed: [] } : orderBefore.get(from)
  if (before)
    orderBefore.set(to, { ...before, changed: [...before.changed, ...events.flatMap(changedBy)] })
}

const changedBy = (event: NightEvent): string[] => {
  if (!('constituency' in event) || event.constituency === null) return []
  const others = 'recordChanges' in event ? event.recordChanges : []
  return [event.constituency.id, ...others.map(({ constituency }) => constituency)]
}

/** Seats with a result, the last declared first; worked out once for a board, however often it is asked. */
export const declaredSeats = (board: Board): readonly DeclaredSeat[] => {
  const known = declaredByBoard.get(board)
  if (known) return known
  const seats = nearlyInOrder(board).toSorted(lastFirst)
  declaredByBoard.set(board, seats)
  return seats
}

const lastFirst = (a: DeclaredSeat, b: DeclaredSeat): number =>
  byTime(b.latest.at, a.latest.at) || b.latest.seq - a.latest.seq

/** What is nearly sorted is sorted in one pass. */
const nearlyInOrder = (board: Board): readonly DeclaredSeat[] => {
  const { seatsById } = board
  const before = orderBefore.get(board)
  if (!before) return Object.values(seatsById).filter(isDeclared)
  const changed = new Set(before.changed)
  const moved = [...changed].flatMap((id) => seatsById[id] ?? []).filter(isDeclared)
  return [...moved, ...before.order.filter(({ contest }) => !changed.has(contest.constituency.id))]
}
