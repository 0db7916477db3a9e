import type { Almanac } from '../almanac.ts'
import type { Board, Seat } from '../board.ts'
import { asDeclared, type DeclaredSeat, isDeclared, keptInOrder } from '../declared.ts'
import { monthAndYear } from '../time.ts'
import { byElectionQueries } from './by-elections.ts'
import { byElectionToEntry, type Entry } from './entry.ts'
import type { Query } from './query.ts'

/** The almanac made ready: by-elections the earliest first, and the queries that are asked of them. */
export type Table = { readonly entries: readonly Entry[]; readonly queries: readonly Query[] }

/** The day of the last by-election that the table has; empty where it has none. */
const tableEnds = ({ entries }: Table): string => entries.at(-1)?.date ?? ''

/** A night behind the table's end says so, since nobody knows what was in between. [REC2] */
export const howFar = (table: Table, asAt: string): string =>
  asAt > tableEnds(table) ? `, in a table that ends in ${monthAndYear(tableEnds(table))}` : ''

export const almanacToTable = (almanac: Almanac): Table => ({
  entries: almanac.byElections
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map(byElectionToEntry),
  queries: byElectionQueries(almanac),
})

/** The by-elections that were over before polling day `date`: a record is true as at its date. [REC3] */
export const before = ({ entries }: Table, date: string): Entry[] =>
  entries.filter((entry) => entry.date < date)

/** Seats in the order in which they were declared, whatever the order in which we heard of them. [REC7] */
export const inDeclaredOrder = keptInOrder(asDeclared)

/** The same order with one seat as it stands now in the place of what it was. */
export const withSeatInOrder = (order: readonly DeclaredSeat[], seat: Seat): DeclaredSeat[] => {
  const { id } = seat.contest.constituency
  const others = order.filter(({ contest }) => contest.constituency.id !== id)
  if (!isDeclared(seat)) return others
  const place = others.findLastIndex((other) => asDeclared(other, seat) < 0) + 1
  return others.toSpliced(place, 0, seat)
}

/** A seat, what was declared before it tonight, and the night's board, of which only what never changes is read. */
export type Moment = {
  readonly seat: DeclaredSeat
  readonly earlier: readonly DeclaredSeat[]
  readonly board: Board
}
