import { partyOf } from '@night/shared/party'
import type { Battleground } from '@night/shared/tally/battleground'
import { colours } from '../colours.ts'

const size = 10
/** Fewer than would fill a column or two lie in one row. */
const rowsOf = (targets: number): number => (targets < 12 ? 1 : 4)

/**
 * All targets at once, down and then to the right, in the order of the swing they need, each with its winner's letter;
 * the line is the swing so far. [GEW10]
 */
export const TargetStrip = (battle: Battleground) => {
  const rows = rowsOf(battle.targets.length)
  const columns = Math.max(1, Math.ceil(battle.targets.length / rows))
  return (
    <div class="strip" aria-hidden="true">
      <Cells {...{ battle, rows, columns }} />
      <ol class="strip-letters" style={{ '--rows': String(rows), '--columns': String(columns) }}>
        {battle.targets.map(({ seat, winner }) => (
          <li key={seat.contest.constituency.id} style={winner === null ? {} : colours(winner)}>
            {winner !== null && partyOf(winner).letter}
          </li>
        ))}
      </ol>
    </div>
  )
}

type CellsProps = {
  readonly battle: Battleground
  readonly rows: number
  readonly columns: number
}

const Cells = ({ battle: { targets, falling, swing }, rows, columns }: CellsProps) => {
  /** How far the line stands out. */
  const over = rows / 2
  const [column, row] = [Math.floor(falling / rows) * size, (falling % rows) * size]
  return (
    <svg
      class="strip-cells"
      viewBox={`0 0 ${columns * size} ${rows * size}`}
      preserveAspectRatio="none"
    >
      {targets.map(({ seat, state, winner }, index) => (
        <rect
          key={seat.contest.constituency.id}
          data-state={state}
          x={Math.floor(index / rows) * size + 0.8}
          y={(index % rows) * size + 0.8}
          width={size - 1.6}
          height={size - 1.6}
          style={winner === null ? {} : colours(winner)}
        />
      ))}
      {swing && (
        <path
          class="strip-line"
          d={`M${row === 0 ? column : column + size} ${-over}V${row}H${column}V${rows * size + over}`}
        />
      )}
    </svg>
  )
}
