import { expectedAt, type Seat } from '@night/shared/board'
import type { DeclaredSeat } from '@night/shared/declared'
import { grouped } from '@night/shared/figures'
import { clockTime } from '@night/shared/time'
import type { ReadonlySignal } from '@preact/signals'
import { PartyChip, VerdictChip } from '../parts/party-chip.tsx'
import { countMark, defenceOf } from '../seat-words.ts'
import { DueTime } from './due-time.tsx'

/** A line for each declared seat, for nights with more seats than have a place of their own. */
export const SeatLines = ({ seats }: { readonly seats: readonly DeclaredSeat[] }) => (
  <ol class="lines">
    {seats.map(({ latest }) => (
      <li
        class="line"
        key={latest.constituency.id}
        data-seat={latest.constituency.id}
        data-state="declared"
        data-verdict={latest.result.verdict.kind}
      >
        <span class="line-when">{clockTime(latest.at)}</span>
        <VerdictChip verdict={latest.result.verdict} />
        <span class="line-name">{latest.constituency.name}</span>
        <b>{grouped(latest.result.majority.votes)}</b>
      </li>
    ))}
  </ol>
)

type AwaitedLinesProps = {
  readonly seats: readonly Seat[]
  readonly clock: ReadonlySignal<number | null>
}

/** The same before they are declared: who defends what. */
export const AwaitedLines = ({ seats, clock }: AwaitedLinesProps) => (
  <ol class="lines lines-awaited">
    {seats.map((seat) => {
      const { contest } = seat
      const defence = defenceOf(contest)
      const expected = expectedAt(seat)
      return (
        <li
          class="line"
          key={contest.constituency.id}
          data-seat={contest.constituency.id}
          data-state="awaited"
        >
          <span class="line-when">
            {expected === null ? (
              countMark(seat).toLowerCase()
            ) : (
              <DueTime key={expected} at={expected} clock={clock} />
            )}
          </span>
          {defence && <PartyChip party={defence.party} />}
          <span class="line-name">{contest.constituency.name}</span>
          {defence && <b>{grouped(defence.majority)}</b>}
        </li>
      )
    })}
  </ol>
)
