import {
  CandidateRow,
  ExpectedRow,
  HeldRow,
  OverlapRow,
  PreviousRow,
  SeatRow,
  TimeRow,
} from './columns.ts'
import type { Order } from './order.ts'
import { type Progress, type Reading, readRows } from './read-rows.ts'
import { seatKey } from './seat-name.ts'
import type { Sources } from './sources.ts'

/** Reads the files that were named, one after another, and keeps the rows that this night is made of. */
export const readSources = async (order: Order, progress: Progress): Promise<Sources> => {
  const read = <Row>(reading: Reading<Row>) => readRows(reading, progress)
  const readIf = async <Row>(path: string | undefined, reading: Omit<Reading<Row>, 'path'>) =>
    path === undefined ? [] : read({ ...reading, path })
  const isThatDay = ({ date }: { date: string | null }) => date === null || date === order.date

  const seats = await read({ path: order.constituencies, columns: SeatRow, keep: isThatDay })
  const ids = new Set(seats.map(({ id }) => id))
  const keys = new Set(seats.map(({ name }) => seatKey(name)))
  const isHere = ({ seat }: { seat: string }) => ids.has(seat)
  return {
    seats,
    candidates: await read({
      path: order.candidates,
      columns: CandidateRow,
      keep: (row) => isThatDay(row) && isHere(row),
    }),
    previous: await read({ path: order.previous, columns: PreviousRow, keep: isHere }),
    times: await readIf(order.times, { columns: TimeRow, keep: isThatDay }),
    expected: await readIf(order.expected, {
      columns: ExpectedRow,
      keep: (row) => isHere(row) || keys.has(seatKey(row.name)),
    }),
    held: await readIf(order.held, { columns: HeldRow, keep: isHere }),
    overlaps: await readIf(order.predecessors, {
      columns: OverlapRow,
      keep: ({ to }) => keys.has(seatKey(to)),
    }),
  }
}
