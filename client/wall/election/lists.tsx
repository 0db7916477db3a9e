import type { Seat } from '@night/shared/board'
import type { DeclaredSeat } from '@night/shared/declared'
import { grouped } from '@night/shared/figures'
import { partyOf } from '@night/shared/party'
import type { Result } from '@night/shared/result'
import type { Due } from '@night/shared/tally/schedule'
import { clockTime } from '@night/shared/time'
import { verdictWords } from '@night/shared/words'
import { fit } from '../../fit.ts'
import { colours } from '../../parts/party-chip.tsx'
import { defenceOf } from '../../seat-words.ts'

type ResultLinesProps = {
  readonly seats: readonly DeclaredSeat[]
  /** The figure at the end of a line, or nothing. */
  readonly figure?: (seat: DeclaredSeat) => string
  readonly isShort?: boolean
}

/** Ems that are left for a name. */
const measures = { declared: 7.8, figure: 5.7, due: 6.7 }
/** Letters are set this narrow before they are set smaller. */
const widest = 80

const Name = ({ seat, ems }: { readonly seat: Seat; readonly ems: number }) => {
  const { name } = seat.contest.constituency
  return (
    <span class="news-name" style={fit(name, ems, widest)}>
      {name}
    </span>
  )
}

type VerdictProps = { readonly verdict: Result['verdict']; readonly words: string }

/** A verdict in the measure of its column, "LIB DEM HOLD" too. */
const Verdict = ({ verdict: { kind, party }, words }: VerdictProps) => (
  <span class="verdict-chip" data-kind={kind} style={colours(party)}>
    <span class="news-verdict" style={fit(words, kind === 'hold' ? 4.5 : 4.9, 66)}>
      {words}
    </span>
  </span>
)

type LetterProps = { readonly party: string; readonly words: string }

/** A party in one letter, as on the map. */
const Letter = ({ party, words }: LetterProps) => (
  <span class="chip news-letter" style={colours(party)}>
    <span aria-hidden="true">{partyOf(party).letter}</span>
    <span class="unseen">{words}</span>
  </span>
)

/** A majority is worth the room where it was close: below two per cent of the votes. */
const closeMajority = ({ latest }: DeclaredSeat): string => {
  const { votes, share } = latest.result.majority
  return share < 0.02 ? `by ${grouped(votes)}` : ''
}

/** Results in lines: with their verdict, or with the winner's letter alone, edged in white for a gain. */
export const ResultLines = ({
  seats,
  figure = closeMajority,
  isShort = false,
}: ResultLinesProps) => (
  <ol class="news">
    {seats.map((seat) => {
      const { id } = seat.contest.constituency
      const { verdict } = seat.latest.result
      const words = figure(seat)
      const room = words === '' || isShort ? measures.declared : measures.figure
      return (
        <li
          class="news-line"
          key={id}
          data-seat={id}
          data-state="declared"
          data-verdict={verdict.kind}
        >
          {isShort ? (
            <Letter party={verdict.party} words={verdictWords(seat.latest.result)} />
          ) : (
            <Verdict verdict={verdict} words={verdictWords(seat.latest.result)} />
          )}
          <Name seat={seat} ems={room} />
          {words !== '' && <b>{words}</b>}
        </li>
      )
    })}
  </ol>
)

export const DueLines = ({ due }: { readonly due: readonly Due[] }) => (
  <ol class="news">
    {due.map(({ seat, expectedAt, isRecount }) => {
      const defence = defenceOf(seat.contest)
      return (
        <li
          class="news-line news-due"
          key={seat.contest.constituency.id}
          data-seat={seat.contest.constituency.id}
          data-state="awaited"
        >
          <span class="news-when">
            {isRecount ? 'Recount' : expectedAt === null ? 'Awaited' : clockTime(expectedAt)}
          </span>
          <Name seat={seat} ems={measures.due} />
          {defence && <Letter party={defence.party} words={partyOf(defence.party).short} />}
        </li>
      )
    })}
  </ol>
)
