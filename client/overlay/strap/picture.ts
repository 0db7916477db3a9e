import type { Seat } from '@night/shared/board'
import { declaredSeats } from '@night/shared/declared'
import type { ResultEvent } from '@night/shared/event'
import { grouped, percentage } from '@night/shared/figures'
import { partyOf } from '@night/shared/party'
import type { Result } from '@night/shared/result'
import { saidAt } from '@night/shared/said-at'
import { clockTime } from '@night/shared/time'
import { capitalised, directionWords, isNoSwing, takenBack, worthSaying } from '@night/shared/tale'
import { type Said, type Statement, verbs } from '../../statement.ts'
import type { Mark } from '../address.ts'
import { newsOf, newsOfSeat } from '../news.ts'
import type { Scene } from '../scene.ts'

type Verdict = Pick<Result['verdict'], 'kind' | 'party' | 'from'>
export type Figure = { readonly label: string; readonly value: string; readonly unit: string }

/** The lower third as data. */
export type StrapPicture = {
  readonly mark: Mark
  readonly seat: string
  readonly kind: Statement['kind']
  /** Null where what was said does not stand. */
  readonly verdict: Verdict | null
  /** "Lab", "gain"; "result", "withdrawn". */
  readonly lines: readonly string[]
  readonly name: string
  /** Who was elected, or what there is instead of figures. */
  readonly person: string
  readonly note: string | null
  readonly figures: readonly Figure[]
  readonly foot: string
  readonly when: string
}

/** What the operator asked for, else the news; each next() is one declaration further back. [OVL5 OVL6 OVL8] */
export const strapPicture = ({ board, mark, seat, turn }: Scene): StrapPicture | null => {
  const older = turn > 0 ? declaredSeats(board)[turn % Object.keys(board.seatsById).length] : null
  const asked = older?.contest.constituency.id ?? seat
  const said = asked === null ? newsOf(board) : newsOfSeat(board, asked)
  return said && { mark, ...pictureOf(said) }
}

const pictureOf = ({ seat, statement }: Said): Omit<StrapPicture, 'mark'> => {
  const { kind, constituency } = statement
  return {
    seat: constituency.id,
    kind,
    name: constituency.name,
    when: `${verbs[kind]} ${clockTime(saidAt(statement))}`,
    ...tale(seat, statement),
  }
}

type Tale = Pick<StrapPicture, 'verdict' | 'lines' | 'person' | 'note' | 'figures' | 'foot'>

const tale = (seat: Seat, statement: Statement): Tale => {
  switch (statement.kind) {
    case 'declared':
    case 'corrected': {
      const { result } = statement
      return {
        ...won(result.verdict),
        person: result.candidates.find(({ elected }) => elected)?.name ?? '',
        note: null,
        figures: figuresOf(result),
        foot: footOf(seat, statement),
      }
    }
    case 'flash': {
      const { verdict, winner } = statement
      return {
        ...won({ ...verdict, party: winner.party }),
        person: winner.name,
        note: 'Figures to follow',
        figures: [],
        foot: majorityBefore(seat) ?? '',
      }
    }
    case 'withdrawn':
      return {
        verdict: null,
        lines: [takenBack(statement), 'withdrawn'],
        person: `No ${takenBack(statement)} stands`,
        note: null,
        figures: [],
        foot: statement.reason,
      }
  }
}

/** Why figures were corrected, else the weightiest record, else the majority that was there. */
const footOf = (seat: Seat, event: ResultEvent): string => {
  if (event.kind === 'corrected') return event.reason
  const [record] = worthSaying(seat.records)
  if (record) return capitalised(record.text)
  const { verdict, overturned } = event.result
  if (overturned?.votes) return `Overturns a majority of ${grouped(overturned.votes)}`
  return majorityBefore(seat) ?? `Against the ${verdict.against}`
}

const majorityBefore = ({ contest: { previous } }: Seat): string | null =>
  previous && `Last time the majority was ${grouped(previous.majority)}`

const figuresOf = ({ majority, swing, turnout, decidedByLot }: Result): Figure[] => [
  {
    label: decidedByLot ? 'Majority, by lot' : 'Majority',
    value: grouped(majority.votes),
    unit: '',
  },
  swing && !isNoSwing(swing)
    ? { label: `Swing ${directionWords(swing)}`, value: swing.printed, unit: ' pts' }
    : { label: 'Turnout', value: percentage(turnout.valid, turnout.electorate), unit: '%' },
]

const won = (verdict: Verdict) => ({
  verdict,
  lines: [partyOf(verdict.party).short, verdict.kind],
})
