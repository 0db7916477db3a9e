import type { Instant } from '@night/shared/instant'
import type { NightDefinition } from '@night/shared/night'
import type { Entry } from '@night/shared/records/entry'
import type {
  CandidateRow,
  ExpectedRow,
  HeldRow,
  OverlapRow,
  PreviousRow,
  TimeRow,
} from './columns.ts'
import { lastGeneralElection, pollsCloseOn } from './elections.ts'
import { rowsByKey } from './rows-by-key.ts'
import { seatKey } from './seat-name.ts'
import type { Sources } from './sources.ts'

type ByKey<Row> = ReadonlyMap<string, readonly Row[]>

/** What is known of a night beyond one seat's own row. Seats are found by code, or by name where a file has no code. */
export type Known = {
  readonly date: string
  readonly kind: NightDefinition['kind']
  readonly pollsClose: Instant
  /** The day of the general election before. */
  readonly lastElection: string
  readonly candidatesBySeat: ByKey<CandidateRow>
  readonly previousBySeat: ByKey<PreviousRow>
  readonly heldBySeat: ByKey<HeldRow>
  readonly timesBySeatKey: ByKey<TimeRow>
  readonly expectedBySeat: ByKey<ExpectedRow>
  readonly expectedBySeatKey: ByKey<ExpectedRow>
  readonly overlapsBySeatKey: ByKey<OverlapRow>
  /** By-elections since the general election before, the earliest first. */
  readonly byElectionsBySeatKey: ByKey<Entry>
}

/** Only by-election files date every row; a general election is one file for one day. */
export const knownOf = (
  date: string,
  sources: Sources,
  byElections: readonly Entry[] = [],
): Known => ({
  date,
  kind: sources.seats.every((row) => row.date === null) ? 'general-election' : 'by-elections',
  pollsClose: pollsCloseOn(date),
  lastElection: lastGeneralElection(date),
  candidatesBySeat: rowsByKey(sources.candidates, ({ seat }) => seat),
  previousBySeat: rowsByKey(sources.previous, ({ seat }) => seat),
  heldBySeat: rowsByKey(sources.held, ({ seat }) => seat),
  timesBySeatKey: rowsByKey(sources.times, ({ name }) => seatKey(name)),
  expectedBySeat: rowsByKey(sources.expected, ({ seat }) => seat),
  expectedBySeatKey: rowsByKey(sources.expected, ({ name }) => seatKey(name)),
  overlapsBySeatKey: rowsByKey(sources.overlaps, ({ to }) => seatKey(to)),
  byElectionsBySeatKey: rowsByKey(since(date, byElections), ({ name }) => seatKey(name)),
})

const since = (date: string, byElections: readonly Entry[]): Entry[] => {
  const lastElection = lastGeneralElection(date)
  return byElections.filter((one) => one.date > lastElection && one.date < date)
}
