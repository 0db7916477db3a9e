import { baselineWinner } from '@night/shared/baseline'
import { type Board, expectedAt, type Seat } from '@night/shared/board'
import { dueOf, ownTime } from '@night/shared/tally/schedule'
import { milliseconds } from '@night/shared/time'
import { plain } from '../parts/plain.ts'
import { isRecord } from '../parts/record-lines.ts'
import { statementOf } from '../statement.ts'

/** A seat as the table has it. */
export type Row = {
  readonly id: string
  readonly seat: Seat
  /** When it declared, or is expected to; null where nobody knows. */
  readonly time: string | null
  /** When the last was heard of it; null while nothing was. */
  readonly changedAt: string | null
  /** Minutes since it was expected, where that is more than half an hour. */
  readonly overdue: number | null
  readonly hasRecord: boolean
  /** The parties that won, lost or defend it. */
  readonly parties: readonly string[]
  /** What a search looks through. */
  readonly sought: string
}

/** One row for each constituency; `now` is the night's clock. [DSK3] */
export const rowsOf = (board: Board, now: number | null): Row[] => {
  const time = ownTime(board, now)
  return Object.values(board.seatsById).map((seat) => rowOf(seat, time))
}

const rowOf = (seat: Seat, now: number | null): Row => {
  const { latest, status, flash, contest } = seat
  const { id, name, region } = contest.constituency
  const statement = statementOf(seat)
  const heard = [statement?.publishedAt, status?.publishedAt].filter((at) => at !== undefined)
  const elected = latest?.result.candidates.find((candidate) => candidate.elected) ?? flash?.winner
  return {
    id,
    seat,
    time: (latest ?? flash)?.at ?? expectedAt(seat),
    changedAt: heard.toSorted((a, b) => milliseconds(b) - milliseconds(a))[0] ?? null,
    overdue: latest || flash ? null : dueOf(seat, now).overdue,
    hasRecord: seat.records.some(isRecord),
    parties: partiesOf(seat),
    sought: plain([name, region, id, elected?.name].join('\n')),
  }
}

const partiesOf = ({ latest, flash, contest }: Seat): string[] => {
  const verdict = latest?.result.verdict
  const parties = verdict
    ? [verdict.party, verdict.from]
    : [flash?.winner.party, contest.previous && baselineWinner(contest.previous)]
  return parties.filter((party) => typeof party === 'string')
}
