import type { Seat } from '@night/shared/board'
import type { DeclaredSeat } from '@night/shared/declared'
import { grouped } from '@night/shared/figures'
import { partyOf } from '@night/shared/party'
import type { Result } from '@night/shared/result'
import type { Due } from '@night/shared/tally/schedule'
import { verdictWords } from '@night/shared/words'
import type { ComponentChildren } from 'preact'
import { dueTime } from '../../due-time.ts'
import { fit } from '../../fit.ts'
import { colours } from '../../colours.ts'
import { defenceOf } from '../../seat-words.ts'
import { isReadable, type SetName, setName, withRoom } from './list-names.ts'

type LineForm = {
  /** The figure at the end of a line, or nothing. */
  readonly figure?: (seat: DeclaredSeat) => string
  readonly isShort?: boolean
}
type ResultLine = ReturnType<typeof lineOf>

/** Ems that are left for a name. */
const measures = { declared: 7.8, figure: 5.7, due: 6.7, dueWithDay: 5.7 }

const nameOf = ({ contest }: Seat): string => contest.constituency.name

/** On two lines where there is room; on a phone it runs on. */
const Name = ({ lines, style }: SetName) => (
  <span class="news-name" style={style}>
    {lines.map((line, place) => (place === 0 ? line : [' ', <br key="break" />, line]))}
  </span>
)

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

/** A figure stands where the name beside it can be read. */
const lineOf = (seat: DeclaredSeat, { figure = closeMajority, isShort = false }: LineForm) => {
  const wanted = figure(seat)
  const words = isShort || isReadable(nameOf(seat), measures.figure) ? wanted : ''
  const ems = words === '' || isShort ? measures.declared : measures.figure
  return { seat, words, isShort, name: setName(nameOf(seat), ems) }
}

/** As many results as have room in so many lines. */
export const resultLines = (
  seats: readonly DeclaredSeat[],
  room: number,
  form: LineForm = {},
): readonly ResultLine[] =>
  withRoom(
    seats.slice(0, room).map((seat) => lineOf(seat, form)),
    room,
  )

/** Results in lines: with their verdict, or with the winner's letter alone, edged in white for a gain. */
export const ResultLines = ({ lines }: { readonly lines: readonly ResultLine[] }) => (
  <ol class="news">
    {lines.map(({ seat, words, isShort, name }) => {
      const { verdict } = seat.latest.result
      return (
        <Line key={seat.contest.constituency.id} {...{ seat, name }} verdict={verdict.kind}>
          {isShort ? (
            <Letter party={verdict.party} words={verdictWords(seat.latest.result)} />
          ) : (
            <Verdict verdict={verdict} words={verdictWords(seat.latest.result)} />
          )}
          <Name {...name} />
          {words !== '' && <b>{words}</b>}
        </Line>
      )
    })}
  </ol>
)

type LineProps = {
  readonly seat: Seat
  readonly name: SetName
  readonly verdict?: string
  readonly children: ComponentChildren
}

const Line = ({ seat, name, verdict, children }: LineProps) => (
  <li
    class="news-line"
    data-seat={seat.contest.constituency.id}
    data-state={verdict === undefined ? 'awaited' : 'declared'}
    data-verdict={verdict}
    data-lines={name.lines.length}
  >
    {children}
  </li>
)

type DueLinesProps = {
  readonly due: readonly Due[]
  /** As many are shown as have room in so many lines, column by column. */
  readonly room: readonly number[]
  /** The night's clock. */
  readonly clock: number | null
}

export const DueLines = ({ due, room, clock }: DueLinesProps) => {
  const most = room.reduce((sum, lines) => sum + lines, 0)
  const all = due.slice(0, most).map(({ seat, expectedAt, isRecount }) => {
    const time = expectedAt === null ? 'Awaited' : dueTime(expectedAt, clock)
    const when = isRecount ? 'Recount' : time
    const hasDay = when.includes(' ')
    const name = setName(nameOf(seat), hasDay ? measures.dueWithDay : measures.due)
    return { seat, name, when, hasDay }
  })
  const shown = room.reduce<typeof all>(
    (before, lines) => [...before, ...withRoom(all.slice(before.length), lines)],
    [],
  )
  return (
    <ol class="news">
      {shown.map(({ seat, name, when, hasDay }) => {
        // Who won is known where it was called, as on the map.
        const party = seat.flash?.winner.party ?? defenceOf(seat.contest)?.party
        return (
          <Line key={seat.contest.constituency.id} {...{ seat, name }}>
            <span class="news-when" data-day={hasDay}>
              {when}
            </span>
            <Name {...name} />
            {party !== undefined && <Letter party={party} words={partyOf(party).short} />}
          </Line>
        )
      })}
    </ol>
  )
}
