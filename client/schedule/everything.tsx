import type { Board } from '@night/shared/board'
import { asDeclared, type DeclaredSeat, declaredSeats } from '@night/shared/declared'
import { fit } from '../fit.ts'
import { tallyWords } from '../night-words.ts'
import { nightTimeWords } from '../parts/clock-time.tsx'
import { VerdictChip } from '../parts/party-chip.tsx'
import { dueRoom } from './schedule-words.ts'

/** Rows that a wall has room for in a list. */
const most = 9

/** Nothing is coming up any more: who was first, and who was last. [GEW9] */
export const Everything = ({ board }: { readonly board: Board }) => {
  const seats = declaredSeats(board).toSorted(asDeclared)
  const half = Math.min(most, Math.ceil(seats.length / 2))
  const last = seats.slice(half).slice(-most).toReversed()
  const { pollsClose } = board.night
  return (
    <div class="coming" data-list="nothing">
      <header class="headline">
        <h2>Everything has declared</h2>
        <p data-tally>{tallyWords(board)}</p>
      </header>
      <div class="coming-lists">
        <DeclaredList title="First" seats={seats.slice(0, half)} {...{ pollsClose }} />
        {last.length > 0 && <DeclaredList title="Last" seats={last} {...{ pollsClose }} />}
      </div>
    </div>
  )
}

type DeclaredListProps = {
  readonly title: string
  readonly seats: readonly DeclaredSeat[]
  readonly pollsClose: string
}

const DeclaredList = ({ title, seats, pollsClose }: DeclaredListProps) => (
  <section class="coming-list" data-list={title.toLowerCase()}>
    <h3>{title} to declare</h3>
    <ol>
      {seats.map(({ latest, firstAt }) => {
        const { constituency, result } = latest
        // A correction does not make a seat a late one.
        const when = nightTimeWords(firstAt ?? latest.at, pollsClose)
        return (
          <li class="due" key={constituency.id} data-seat={constituency.id} data-state="declared">
            <span class="due-when" data-day={when.includes(' ')}>
              {when}
            </span>
            <span class="due-name" style={fit(constituency.name, dueRoom - 2, 82)}>
              {constituency.name}
            </span>
            <span class="due-holder">
              <VerdictChip verdict={result.verdict} />
            </span>
          </li>
        )
      })}
    </ol>
  </section>
)
