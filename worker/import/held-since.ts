import { plain } from './plain.ts'
import type { HeldRow } from './columns.ts'

/** A chain with a weaker link than this over a boundary change says nothing for certain. */
const enough = 0.7

/**
 * Seats whose chain has a weak link and was checked by hand. Mid Bedfordshire: boundaries moved in 1997, the name and
 * the Conservative member went on; the press of October 2023 and the walk back agree on 1931.
 */
const checkedByHand: ReadonlySet<string> = new Set(['E14000813'])

/** Which walk back is about the party of the baseline on that day; the table has none for other Parliaments. */
const asOf = (date: string): string | null => {
  if (date > '2017-06-08' && date <= '2019-12-12') return 'before GE2019'
  if (date > '2019-12-12' && date < '2024-07-05') return 'before 2019-24 by-election / GE2024'
  return null
}

const groupByParty: Readonly<Record<string, string>> = { ld: 'lib', snp: 'nat', pc: 'nat' }

/** The groups that the table tells apart all the way back; before 2010 every other party is one of "Oth" in it. */
const toldApart: ReadonlySet<string> = new Set(['con', 'lab', 'lib', 'nat'])

/** "SF won by-election 2011-06-09", "Oth won 2005 as West Tyrone": whether the walk back may have ended at the party itself. */
const mayBeTheSame = ({ group, before }: HeldRow): boolean => {
  const former = before?.split(' ')[0] ?? ''
  return former === group || (former === 'Oth' && !toldApart.has(plain(group)))
}

/**
 * The election since which `party` has held the seat; null where the table does not have it, is about another
 * party, had to follow a boundary change with too little overlap that nobody checked, or does not tell the party from
 * who held the seat before. `rows` are those of this seat.
 */
export const heldSince = (
  party: string,
  date: string,
  rows: readonly HeldRow[],
): HeldRow['since'] => {
  const row = rows.find((row) => row.asOf === asOf(date))
  if (!row || mayBeTheSame(row)) return null
  if ((row.overlap ?? 0) < enough && !checkedByHand.has(row.seat)) return null
  return plain(row.group) === (groupByParty[party] ?? party) ? row.since : null
}
