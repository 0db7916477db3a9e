import { type Board, type Seat } from '@night/shared/board'
import { type DeclaredSeat, isDeclared } from '@night/shared/declared'
import { grouped, percentage } from '@night/shared/figures'
import { capitalised, worthSaying } from '@night/shared/tale'
import { spanWords } from '../night-words.ts'
import { ClockTime } from '../parts/clock-time.tsx'
import { colours } from '../colours.ts'
import { VerdictChip } from '../parts/party-chip.tsx'
import { stateOf } from '../parts/seat/seat-view.tsx'
import { countMark, defenceOf, shortName, pairWords, sizeWords } from '../seat-words.ts'
import type { Row } from './rows.ts'
import type { Desk } from './state.ts'

type DeskRowProps = {
  readonly row: Row
  readonly place: number
  readonly isCurrent: boolean
  readonly night: Board['night'] | undefined
  readonly look: Desk['look']
}

/** One constituency in one line. */
export const DeskRow = ({ row, place, isCurrent, night, look }: DeskRowProps) => {
  const { seat, id, time, changedAt, overdue } = row
  const pollsClose = night?.pollsClose ?? ''
  const open = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    look({ seat: id, notes: false })
  }
  return (
    <tr
      role="row"
      aria-rowindex={place}
      aria-current={isCurrent ? 'true' : undefined}
      data-seat={id}
      data-state={stateOf(seat)}
      data-overdue={overdue !== null}
      onClick={open}
    >
      <td role="cell" class="cell-time">
        {time !== null && <ClockTime at={time} pollsClose={pollsClose} />}
      </td>
      <th role="rowheader" scope="row" class="cell-name">
        <Name row={row} night={night?.id ?? ''} />
      </th>
      {isDeclared(seat) ? <Declared seat={seat} /> : <Undeclared row={row} />}
      <td role="cell" class="cell-changed">
        {changedAt !== null && <ClockTime at={changedAt} pollsClose={pollsClose} />}
      </td>
      <td role="cell" class="cell-line">
        {electedIn(seat) && <b>{electedIn(seat)}</b>} {lineOf(seat)}
      </td>
    </tr>
  )
}

/** Letters from which a name is set narrower where there is little room. */
const long = 27
const longer = 36

const lengthOf = ({ length }: string): string | undefined => {
  if (length >= longer) return 'longer'
  return length >= long ? 'long' : undefined
}

type NameProps = { readonly row: Row; readonly night: string }

/** The name leads to the seat's own page, for whoever wants it in a tab of its own. */
const Name = ({ row: { seat, id, hasRecord }, night }: NameProps) => {
  const { name } = seat.contest.constituency
  return (
    <>
      <a
        href={`/seat/${id}?night=${encodeURIComponent(night)}`}
        data-row={id}
        data-length={lengthOf(name)}
      >
        {name}
      </a>
      {hasRecord && <span class="row-mark"> record</span>}
      {seat.latest?.kind === 'corrected' && <span class="row-mark"> corrected</span>}
    </>
  )
}

const electedIn = ({ latest }: Seat): string | undefined =>
  latest?.result.candidates.find(({ elected }) => elected)?.name

const lineOf = ({ latest, records, status, withdrawn }: Seat): string => {
  if (latest?.kind === 'corrected') return `Correction: ${latest.reason}`
  const [first] = worthSaying(records)
  return first ? capitalised(first.text) : (status?.text ?? withdrawn?.reason ?? '')
}

const Declared = ({ seat }: { readonly seat: DeclaredSeat }) => {
  const { verdict, majority, swing, turnout } = seat.latest.result
  return (
    <>
      <td role="cell" class="cell-verdict">
        <VerdictChip verdict={verdict} />
      </td>
      <td role="cell" class="cell-from">
        {verdict.kind === 'gain' && verdict.from !== null && <Party party={verdict.from} />}
      </td>
      <td role="cell" class="cell-majority">
        {grouped(majority.votes)}
      </td>
      <td role="cell" class="cell-swing">
        {swing && (
          <>
            <b>{sizeWords(swing)}</b> <span>{pairWords(swing)}</span>
          </>
        )}
      </td>
      <td role="cell" class="cell-turnout">
        {percentage(turnout.valid, turnout.electorate)}%
      </td>
    </>
  )
}

/** Before the figures: how the count goes, and who defends what. */
const Undeclared = ({ row: { seat, overdue } }: { readonly row: Row }) => {
  const { flash } = seat
  const defence = defenceOf(seat.contest)
  return (
    <>
      <td role="cell" class="cell-verdict">
        {flash ? (
          <VerdictChip verdict={{ ...flash.verdict, party: flash.winner.party }} />
        ) : (
          <span
            class="count-mark"
            data-status={seat.status?.status ?? (seat.withdrawn ? 'withdrawn' : undefined)}
          >
            {overdue === null ? countMark(seat).toLowerCase() : `overdue ${spanWords(overdue)}`}
          </span>
        )}
      </td>
      <td role="cell" class="cell-defence" aria-colspan={4} colSpan={4}>
        {flash
          ? `${flash.winner.name}; figures to follow`
          : defence && (
              <>
                <Party party={defence.party} /> defends {grouped(defence.majority)}
                {defence.swing && `, ${shortName(defence.swing.to)} needs ${defence.swing.printed}`}
              </>
            )}
      </td>
    </>
  )
}

const Party = ({ party }: { readonly party: string }) => (
  <span class="party-name" style={colours(party)}>
    {shortName(party)}
  </span>
)
