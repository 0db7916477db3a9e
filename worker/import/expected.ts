import type { Instant } from '@night/shared/instant'
import { instant, milliseconds } from '@night/shared/time'
import type { SeatRow } from './columns.ts'
import { pollsCloseOn } from './elections.ts'
import type { Known } from './known.ts'
import { seatKey } from './seat-name.ts'

/** A poll that was put off by weeks says nothing of the next one. */
const longest = 36 * 3_600_000

/**
 * When a declaration is expected: as long after the polls close as it came last time, in the seat of the same code, or
 * else of the same name. Null where that is not known.
 */
export const expectedOf = ({ id, name }: SeatRow, known: Known): Instant | null => {
  const [row] = known.expectedBySeat.get(id) ?? known.expectedBySeatKey.get(seatKey(name)) ?? []
  if (!row || row.declaredAt === null) return null
  const took = milliseconds(row.declaredAt) - milliseconds(pollsCloseOn(known.lastElection))
  return took > 0 && took < longest ? instant(milliseconds(known.pollsClose) + took) : null
}
