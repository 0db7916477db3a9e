import type { z } from 'zod'
import { CandidateRow, PreviousRow, SeatRow } from '../columns.ts'
import { type Progress, readRows } from '../read-rows.ts'
import type { AlmanacSources } from './almanac.ts'
import type { AlmanacOrder } from './order.ts'
import { SinceRow, VerdictRow } from './rows.ts'

/** Reads the files that were named, every row of them. */
export const readAlmanac = async (
  order: AlmanacOrder,
  progress: Progress,
): Promise<AlmanacSources> => {
  const read = <Row>(path: string, columns: z.ZodType<Row>) =>
    readRows({ path, columns, keep: () => true }, progress)
  const generalByYear = new Map<string, readonly PreviousRow[]>()
  for (const { year, path } of order.general) {
    generalByYear.set(year, await read(path, PreviousRow))
  }
  return {
    since: await read(order.since, SinceRow),
    seats: await read(order.constituencies, SeatRow),
    verdicts: await read(order.constituencies, VerdictRow),
    candidates: await read(order.candidates, CandidateRow),
    generalByYear,
  }
}
