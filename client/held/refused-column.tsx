import { useSignal } from '@preact/signals'
import { ClockTime } from '../parts/clock-time.tsx'
import type { ColumnProps } from './held-column.tsx'
import { refusedInNames } from './held-words.ts'

/** So many are shown at first: a phone has one column. */
const atFirst = 12

/** What came in and did not go out: when, from whom, about which seat, why. [HLD5] */
export const RefusedColumn = ({ work, board }: ColumnProps) => {
  const showsAll = useSignal(false)
  const refused = work.refused.value
  const shown = showsAll.value ? refused : refused.slice(0, atFirst)
  const rest = refused.length - shown.length
  return (
    <section class="column column-refused" aria-labelledby="refused-title" tabIndex={0}>
      <h2 id="refused-title">
        Refused <span class="count">{refused.length}</span>
      </h2>
      {refused.length === 0 && <p class="nothing">Nothing was refused.</p>}
      <ol class="refusals">
        {shown.map((one, place) => {
          const { at, from, constituency, words, code } = refusedInNames(one, work.people.value)
          return (
            <li key={`${at} ${place}`} data-code={code}>
              <ClockTime at={at} pollsClose={board.night.pollsClose} />
              <div>
                <p class="refusal-from">
                  {constituency !== null && <b>{work.nameOf(constituency)}</b>}{' '}
                  <span>from {from}</span>
                </p>
                <p>{words}</p>
              </div>
            </li>
          )
        })}
      </ol>
      {rest > 0 && (
        <button type="button" onClick={() => (showsAll.value = true)}>
          Show {rest} more
        </button>
      )}
    </section>
  )
}
