import type { Board } from '@night/shared/board'
import { scheduleOf } from '@night/shared/tally/schedule'
import { clockTime } from '@night/shared/time'
import { fit } from '../../fit.ts'
import { pollsWords } from '../../night-words.ts'

type OpeningProps = { readonly board: Board; readonly clock: number | null }

/** The hour before the first declaration. [GEW3] */
export const Opening = ({ board, clock }: OpeningProps) => {
  const [first] = scheduleOf(board, clock).next
  const words =
    typeof first?.expectedAt === 'string'
      ? `First due about ${clockTime(first.expectedAt)}`
      : 'No declaration yet'
  return (
    <article class="summary" data-summary="opening">
      <h2 class="summary-words fit" style={fit(words, 9.4)}>
        {words}
      </h2>
      <p class="summary-line">{pollsWords(board.night.pollsClose, clock)}</p>
    </article>
  )
}
