import type { Board, Seat } from '@night/shared/board'
import type { Option } from './fields.tsx'

/** The constituencies of a night that something can be said of, by name. */
export const seatOptions = (board: Board, isWanted: (seat: Seat) => boolean): Option[] =>
  Object.values(board.seatsById)
    .filter(isWanted)
    .map(({ contest }): Option => [contest.constituency.id, contest.constituency.name])
    .toSorted(([, a], [, b]) => a.localeCompare(b, 'en-GB'))

export const isAwaited = ({ latest }: Seat): boolean => latest === null
