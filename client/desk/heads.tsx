import type { Desk } from './state.ts'
import { fallsFirst, type SortKey, sortKeys } from './view.ts'

const names: Readonly<Record<SortKey, string>> = {
  time: 'Time',
  name: 'Constituency',
  verdict: 'Verdict',
  from: 'From',
  majority: 'Majority',
  swing: 'Swing',
  turnout: 'Turnout',
  changed: 'Changed',
}

/** The heads of the columns: each sorts by its column, and a second time the other way. */
export const Heads = ({ desk: { view, look } }: { readonly desk: Desk }) => (
  <thead role="rowgroup">
    <tr role="row" aria-rowindex={1}>
      {sortKeys.map((sort) => {
        const isSorted = view.value.sort === sort
        const { down } = view.value
        const order = down ? 'descending' : 'ascending'
        return (
          <th
            key={sort}
            scope="col"
            role="columnheader"
            class={`cell-${sort}`}
            aria-sort={isSorted ? order : 'none'}
          >
            <button
              type="button"
              onClick={() => look({ sort, down: isSorted ? !down : fallsFirst(sort) })}
            >
              {names[sort]}
              <span aria-hidden="true">{isSorted ? (down ? ' ↓' : ' ↑') : ''}</span>
            </button>
          </th>
        )
      })}
      <th scope="col" role="columnheader" class="cell-line">
        Elected
      </th>
    </tr>
  </thead>
)
