import type { NightEvent, ResultEvent, WithdrawnEvent } from '@night/shared/event'
import { isResult } from './reading.ts'

/** What stands for a seat: figures, or the revision up to which all was taken back. */
export type Stands = { readonly revision: number; readonly figures: ResultEvent | null }

export type Totals = {
  readonly seats: ReadonlyMap<string, number>
  readonly votes: ReadonlyMap<string, bigint>
}

/** What stands in each seat after these events. A second reading of the same rules as the board's. [LOG9] */
export const standing = (events: readonly NightEvent[]): Map<string, Stands> => {
  const seats = new Map<string, Stands>()
  for (const event of events) settle(seats, event)
  return seats
}

/** The totals after all of these events. */
export const totalsAfter = (events: readonly NightEvent[]): Totals => totalsOf(standing(events))

/** The totals at each place of a log: `[0]` before the first event. */
export const totalsAlong = (events: readonly NightEvent[]): Totals[] => {
  const seats = new Map<string, Stands>()
  let last = totalsOf(seats)
  return [
    last,
    ...events.map((event) => {
      if (settle(seats, event)) last = totalsOf(seats)
      return last
    }),
  ]
}

const settle = (seats: Map<string, Stands>, event: NightEvent): boolean => {
  if (isResult(event)) return put(seats, event, event)
  return event.kind === 'withdrawn' && put(seats, event, null)
}

/** Figures must be later than what stands; a withdrawal takes back its own revision as well. */
const put = (
  seats: Map<string, Stands>,
  { constituency, revision }: ResultEvent | WithdrawnEvent,
  figures: ResultEvent | null,
): boolean => {
  const known = seats.get(constituency.id)?.revision ?? 0
  const isLate = figures === null ? revision < known : revision <= known
  if (!isLate) seats.set(constituency.id, { revision, figures })
  return !isLate
}

const totalsOf = (standings: ReadonlyMap<string, Stands>): Totals => {
  const seats = new Map<string, number>()
  const votes = new Map<string, bigint>()
  for (const { figures } of standings.values()) {
    if (figures === null) continue
    const party = winnerOf(figures)
    seats.set(party, (seats.get(party) ?? 0) + 1)
    for (const candidate of figures.result.candidates)
      votes.set(candidate.party, (votes.get(candidate.party) ?? 0n) + BigInt(candidate.votes))
  }
  return { seats, votes }
}

/** By the votes, and by whom the lot favoured where they are level; not by what was said of it. */
const winnerOf = ({ result: { candidates } }: ResultEvent): string => {
  const most = Math.max(...candidates.map(({ votes }) => votes))
  const first = candidates.filter(({ votes }) => votes === most)
  return (first.find(({ elected }) => elected) ?? first[0])?.party ?? 'nobody'
}
