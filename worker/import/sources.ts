import type {
  CandidateRow,
  ExpectedRow,
  HeldRow,
  OverlapRow,
  PreviousRow,
  SeatRow,
  TimeRow,
} from './columns.ts'

/** The rows that belong to one night. What was not asked for is empty. */
export type Sources = {
  readonly seats: readonly SeatRow[]
  readonly candidates: readonly CandidateRow[]
  readonly previous: readonly PreviousRow[]
  readonly times: readonly TimeRow[]
  readonly expected: readonly ExpectedRow[]
  readonly held: readonly HeldRow[]
  readonly overlaps: readonly OverlapRow[]
}
