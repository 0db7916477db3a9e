import type { Contest } from '@night/shared/contest'
import type { OverlapRow } from './columns.ts'
import { isInForce } from './elections.ts'
import { seatKey, spokenSeatName } from './seat-name.ts'

/** Below this share of today's area an older seat is one of several, and none is the predecessor. */
const most = 0.7

/**
 * The seat of another name that most of this one was, going back one set of boundaries after another for as long
 * as the name stays; null when there is none. `overlaps` are the rows into seats of this name. Source: areas of
 * overlap derived from the House of Commons Library's results, Great Britain only.
 */
export const predecessorOf = (
  name: string,
  date: string,
  overlaps: readonly OverlapRow[],
): NonNullable<Contest['predecessor']> | null => {
  const isSame = (row: OverlapRow) => seatKey(row.from) === seatKey(name)
  const years = new Set(overlaps.map(({ set }) => set).filter((year) => isInForce(year, date)))
  for (const year of [...years].toSorted().toReversed()) {
    const parts = overlaps.filter(({ set }) => set === year)
    const main = parts.find(({ share }) => share >= most)
    if (main && !isSame(main)) {
      return { name: spokenSeatName(main.from), until: year, share: main.share }
    }
    if (!parts.some(isSame)) return null
  }
  return null
}
