import type { Board } from '@night/shared/board'
import type { DeclaredSeat } from '@night/shared/declared'
import { signedCount } from '@night/shared/tally/figure'
import { clockTime } from '@night/shared/time'
import { fromWords, verdictWords } from '@night/shared/words'
import { emsOf, fit } from '../fit.ts'
import { netChanges, tallyWords } from '../night-words.ts'
import { colours } from '../colours.ts'
import { PartyChip } from '../parts/party-chip.tsx'
import { Candidates } from './candidates.tsx'
import { figuresOf } from './figures-of.ts'
import { Figures } from './figures.tsx'
import { panelMeasure } from './panel-measure.ts'

type ClosedProps = { readonly board: Board; readonly seats: readonly DeclaredSeat[] }

/** The night as it will be remembered: every seat in its own panel, and what changed hands. [WALL11] */
export const Closed = ({ board, seats }: ClosedProps) => (
  <div class="closed">
    <header class="headline">
      <h2 data-tally>{tallyWords(board)}</h2>
      <Net seats={seats} />
    </header>
    <ol class="panels" data-count={seats.length}>
      {seats.toReversed().map((seat) => (
        <ResultPanel key={seat.contest.constituency.id} {...{ seat, count: seats.length }} />
      ))}
    </ol>
  </div>
)

const Net = ({ seats }: { readonly seats: readonly DeclaredSeat[] }) => {
  const changes = netChanges(seats)
  if (changes.length === 0) return <p>No seat changed hands</p>
  return (
    <ul class="net">
      {changes.map(({ party, net }) => (
        <li key={party}>
          <PartyChip party={party} /> <b>{signedCount(net)}</b>
        </li>
      ))}
    </ul>
  )
}

/** Ems of a verdict, and how many fewer each em of what stands beside it in the band of one of two panels leaves. */
const verdictMeasure = 6.2
const bandMeasure = 11.8
const beside = 0.64

/** A correction has no time here: that of the declaration is not its own. [WALL11 WALL17] */
const whenWords = ({ kind, at }: DeclaredSeat['latest']): string =>
  kind === 'corrected' ? 'corrected' : clockTime(at)

const ResultPanel = ({ seat, count }: { readonly seat: DeclaredSeat; readonly count: number }) => {
  const { constituency, result } = seat.latest
  const [from, when] = [fromWords(result), whenWords(seat.latest)]
  const room = bandMeasure - beside * emsOf(from + when)
  return (
    <li
      class="panel panel-declared"
      data-seat={constituency.id}
      data-state="declared"
      data-verdict={result.verdict.kind}
      style={colours(result.verdict.party)}
    >
      <p class="panel-band" data-kind={result.verdict.kind}>
        <b
          class="panel-verdict fit"
          style={fit(
            verdictWords(result),
            count === 2 ? Math.min(verdictMeasure, room) : verdictMeasure,
          )}
        >
          {verdictWords(result)}
        </b>
        <span>{from}</span>
        <span class="panel-when">{when}</span>
      </p>
      <h3 class="panel-name fit" style={fit(constituency.name, panelMeasure(count))}>
        {constituency.name}
      </h3>
      <Figures figures={figuresOf(seat.contest, seat.latest).slice(0, 3)} />
      <Candidates seat={seat} rows={4} />
    </li>
  )
}
