import type { DeclaredSeat } from '@night/shared/declared'
import { figuresOf } from '../../wall/figures-of.ts'

/** Majority, what was overturned, swing and turnout, each with what it stands beside. */
export const KeyFigures = ({ seat }: { readonly seat: DeclaredSeat }) => (
  <dl class="key-figures">
    {figuresOf(seat.contest, seat.latest).map(({ label, value, unit, note }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>
          <b>
            {value}
            {unit !== undefined && <small> {unit}</small>}
          </b>
          {note !== null && <span class="fact-note"> {note}</span>}
        </dd>
      </div>
    ))}
  </dl>
)
