import type { Board } from '@night/shared/board'
import { awaitedSeats, type DeclaredSeat } from '@night/shared/declared'
import type { ReadonlySignal } from '@preact/signals'
import { tallyWords } from '../night-words.ts'
import { LastTime } from './last-time.tsx'
import { AwaitedCard, DeclaredCard } from './seat-cards.tsx'
import { SeatLines } from './seat-lines.tsx'

type NightSoFarProps = {
  readonly board: Board
  readonly declared: readonly DeclaredSeat[]
  readonly few: boolean
  readonly clock: ReadonlySignal<number | null>
}

const latestLines = 6

/** Every contest of a small night; of a large one the latest. [WALL7] */
export const NightSoFar = ({ board, declared, few, clock }: NightSoFarProps) => {
  const contests = Object.keys(board.seatsById).length
  return (
    <section class="so-far" aria-labelledby="so-far-heading">
      <header class="so-far-head">
        <h2 id="so-far-heading">{few ? 'The night so far' : 'Just declared'}</h2>
        <p data-tally>{tallyWords(board)}</p>
      </header>
      {few ? (
        <ol class="so-far-cards" data-count={contests}>
          {declared.toReversed().map((seat) => (
            <DeclaredCard key={seat.contest.constituency.id} seat={seat} />
          ))}
          {awaitedSeats(board).map((seat) => (
            <AwaitedCard key={seat.contest.constituency.id} {...{ seat, clock }} />
          ))}
        </ol>
      ) : (
        <SeatLines seats={declared.slice(0, latestLines)} />
      )}
      {contests === 1 && <LastTimeOf seat={declared[0]} />}
    </section>
  )
}

/** A night with one contest has room for what it is compared with. */
const LastTimeOf = ({ seat }: { readonly seat: DeclaredSeat | undefined }) =>
  seat?.contest.previous ? <LastTime previous={seat.contest.previous} measure={0.85} /> : null
