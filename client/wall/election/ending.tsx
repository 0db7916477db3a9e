import type { Board } from '@night/shared/board'
import { fit } from '../../fit.ts'
import { colours } from '../../colours.ts'
import { endingWords } from './ending-words.ts'

/** The night when it is over: the strap's place belongs to its result. [GEW8] */
export const Ending = ({ board }: { readonly board: Board }) => {
  const { party, words, lines } = endingWords(board)
  return (
    <article class="summary" data-summary="ending" style={party === null ? {} : colours(party)}>
      <h2 class="summary-band">
        <span class="fit" style={fit(words, 9.1, 112)}>
          {words}
        </span>
      </h2>
      <div class="summary-paper">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </article>
  )
}
