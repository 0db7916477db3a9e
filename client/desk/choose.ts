import { milliseconds } from '@night/shared/time'
import { partyOf } from '@night/shared/party'
import { plain, wordsIn } from '../parts/plain.ts'
import type { Row } from './rows.ts'
import { type Show, shows, type SortKey, type View } from './view.ts'

const isShown: Readonly<Record<Show, (row: Row) => boolean>> = {
  all: () => true,
  declared: ({ seat }) => seat.latest !== null,
  gain: ({ seat }) => (seat.latest?.result ?? seat.flash)?.verdict.kind === 'gain',
  hold: ({ seat }) => (seat.latest?.result ?? seat.flash)?.verdict.kind === 'hold',
  record: ({ hasRecord }) => hasRecord,
  undeclared: ({ seat }) => seat.latest === null,
  overdue: ({ overdue }) => overdue !== null,
  recount: ({ seat }) => seat.flash === null && seat.status?.status === 'recount',
}

/** Rows that search, party and place leave. */
export const narrowed = (rows: readonly Row[], { text, party, place }: View): Row[] => {
  const words = wordsIn(text)
  return rows.filter(
    ({ seat, sought, parties }) =>
      words.every((word) => sought.includes(word)) &&
      (party === '' || parties.includes(party)) &&
      (place === '' ||
        seat.contest.constituency.region === place ||
        seat.contest.constituency.country === place),
  )
}

export type Chosen = {
  readonly rows: readonly Row[]
  /** How many rows each filter would leave, beside what is searched for. */
  readonly counts: Readonly<Record<Show, number>>
}

/** The rows that a view asks for, in its order. [DSK3 DSK4] */
export const choose = (rows: readonly Row[], view: View): Chosen => {
  const left = narrowed(rows, view)
  const counts = Object.fromEntries(shows.map((show) => [show, left.filter(isShown[show]).length]))
  return {
    rows: left.filter(isShown[view.show]).toSorted(orderOf(view)),
    counts: { ...noRows, ...counts },
  }
}

const noRows: Chosen['counts'] = {
  all: 0,
  declared: 0,
  gain: 0,
  hold: 0,
  record: 0,
  undeclared: 0,
  overdue: 0,
  recount: 0,
}

type Value = string | number | null

const valueOf: Readonly<Record<SortKey, (row: Row) => Value>> = {
  time: ({ time }) => time && milliseconds(time),
  name: ({ seat }) => plain(seat.contest.constituency.name),
  verdict: ({ seat }) => verdictValue(seat.latest?.result.verdict),
  from: ({ seat }) => {
    const from = seat.latest?.result.verdict.from
    return typeof from === 'string' ? partyOf(from).short : null
  },
  majority: ({ seat }) => seat.latest?.result.majority.votes ?? null,
  swing: ({ seat }) => seat.latest?.result.swing?.points ?? null,
  turnout: ({ seat }) => seat.latest?.result.turnout.share ?? null,
  changed: ({ changedAt }) => changedAt && milliseconds(changedAt),
}

const verdictValue = (verdict: { party: string; kind: string } | undefined): string | null =>
  verdict ? `${partyOf(verdict.party).short} ${verdict.kind}` : null

/** What has no value stands last whichever way, the first expected first; equals stand by name. */
const orderOf =
  ({ sort, down }: View) =>
  (a: Row, b: Row): number => {
    const [first, second] = [valueOf[sort](a), valueOf[sort](b)]
    if (first !== null && second !== null) {
      const order = compare(first, second)
      if (order !== 0) return down ? -order : order
    } else if (first !== null || second !== null) return first === null ? 1 : -1
    else if (a.time !== b.time) return (a.time ?? '~') < (b.time ?? '~') ? -1 : 1
    return lastSeq(b) - lastSeq(a) || compare(valueOf.name(a) ?? '', valueOf.name(b) ?? '')
  }

const lastSeq = ({ seat }: Row): number => seat.latest?.seq ?? 0

const compare = (a: string | number, b: string | number): number => {
  if (a === b) return 0
  return a < b ? -1 : 1
}
