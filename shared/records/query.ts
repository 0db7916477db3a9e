import { decimal } from '../figures.ts'
import type { Entry } from './entry.ts'

/** A ranking of one entry among the others that count. */
export type Ranking = {
  readonly rank: number
  /** Level with another to the decimal that is printed. */
  readonly isJoint: boolean
  readonly value: number
  /** The year since which the table has this figure of everyone who counts. */
  readonly since: number
  readonly proof: readonly {
    readonly name: string
    readonly date: string
    readonly value: number
  }[]
}

/**
 * A superlative, declared: what is measured, which way, among whom. The population, the period and the as-at date are
 * those of the entries that it is asked about. Ties: compared unrounded, "joint" where the printed figures are equal.
 */
export type Query = {
  readonly id: string
  readonly direction: 'highest' | 'lowest'
  /** Null where an entry has no such figure. */
  readonly measure: (entry: Entry) => number | null
  /** Which entries are compared when it is about `subject`; the subject itself must be one of them. */
  readonly counts: (entry: Entry, subject: Entry) => boolean
  /** Whether the figure that the table has of an entry is another than the one compared; then it has none. */
  readonly lacks?: (entry: Entry, subject: Entry) => boolean
  /** The last rank that is worth saying. */
  readonly most: number
  /** How much it is worth beside other lines; 0–100. */
  readonly weight: number
  /** How many must have been compared before it says anything. */
  readonly least?: number
  /** What it takes to beat a value, for who listens at the count; left out where the value is known beforehand. */
  readonly needs?: (value: number) => string
  /** A line without article, to stand after a comma. */
  readonly words: (subject: Entry, ranking: Ranking) => string
}

/** Words are dear, so figures that are far apart are not put into any. */
const printsEqual = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 0.1 && decimal(a) === decimal(b)

/**
 * Where `subject` stands by a query among `others`; null where the query is not about it or its rank is not worth
 * saying. A figure that is known only not to be exceeded counts in full, so it may cost a rank and never gives one.
 * [REC1 REC2]
 */
export const rankBy = (query: Query, subject: Entry, others: readonly Entry[]): Ranking | null => {
  const value = query.measure(subject)
  if (value === null || !query.counts(subject, subject)) return null
  const sign = signOf(query)
  const { rivals, since } = rivalsOf(query, subject, others)
  if (rivals.length + 1 < (query.least ?? 1)) return null
  const isAhead = (rival: Rival): boolean =>
    (rival.value - value) * sign > 0 && !printsEqual(rival.value, value)
  const rank = rivals.filter(isAhead).length + 1
  if (rank > query.most) return null
  return {
    rank,
    value,
    since,
    isJoint: rivals.some((rival) => printsEqual(rival.value, value)),
    proof: nearest(rivals, { value, sign }).map((rival) => ({
      name: rival.entry.name,
      date: rival.entry.date,
      value: rival.value,
    })),
  }
}

const signOf = ({ direction }: Query): 1 | -1 => (direction === 'highest' ? 1 : -1)

/** Those that are compared with `subject`, the best first. */
export const compared = (query: Query, subject: Entry, others: readonly Entry[]): Compared => {
  const { since, rivals } = rivalsOf(query, subject, others)
  return { since, rivals: rivals.toSorted((a, b) => (b.value - a.value) * signOf(query)) }
}

/**
 * Those that are compared with `subject`, and since when the table is whole: an entry that counts and lacks the figure
 * cuts the period short, unless the figure makes no sense there. [REC2]
 */
const rivalsOf = (query: Query, subject: Entry, others: readonly Entry[]): Compared => {
  const rivals: Rival[] = []
  let gap = ''
  for (const entry of others) {
    if (entry.key === subject.key) continue
    const isLacking = query.lacks?.(entry, subject) === true
    if (!isLacking && !query.counts(entry, subject)) continue
    const value = isLacking ? null : query.measure(entry)
    if (value !== null) rivals.push({ entry, value })
    else if (!entry.isApart) gap = entry.date
  }
  if (gap === '') return { since: tableBegins, rivals }
  const since = wholeSince(gap, others)
  return { since, rivals: rivals.filter(({ entry }) => isSince(entry, since)) }
}

/** The first year of the table of by-elections. */
export const tableBegins = 1945

const yearOf = ({ date }: Pick<Entry, 'date'>): number => Number(date.slice(0, 4))

export const isSince = (entry: Entry, year: number): boolean => yearOf(entry) >= year

/** The first year that is whole after a gap: that of the next by-election, at the earliest the year after. */
export const wholeSince = (gap: string, entries: readonly Entry[]): number => {
  const next = entries.find(({ date, isApart }) => date > gap && !isApart)
  const after = yearOf({ date: gap }) + 1
  return next ? Math.max(yearOf(next), after) : after
}

type Compared = { readonly since: number; readonly rivals: readonly Rival[] }

type Rival = { readonly entry: Entry; readonly value: number }

/** The three whose figures are nearest, best first; those ahead come before those behind. */
const nearest = (
  rivals: readonly Rival[],
  to: { readonly value: number; readonly sign: number },
): Rival[] =>
  rivals
    .toSorted((a, b) => {
      const aheadFirst =
        Number((b.value - to.value) * to.sign > 0) - Number((a.value - to.value) * to.sign > 0)
      return aheadFirst || Math.abs(a.value - to.value) - Math.abs(b.value - to.value)
    })
    .slice(0, 3)
    .toSorted((a, b) => (b.value - a.value) * to.sign)

const ordinals = [
  '',
  'second-',
  'third-',
  'fourth-',
  'fifth-',
  'sixth-',
  'seventh-',
  'eighth-',
  'ninth-',
  'tenth-',
]

/** "highest", "second-highest", "joint third-smallest". */
export const superlative = ({ rank, isJoint }: Ranking, adjective: string): string =>
  `${isJoint ? 'joint ' : ''}${ordinals[rank - 1] ?? `${rank}th-`}${adjective}`
