import type { Battleground } from '@night/shared/tally/battleground'
import { colours } from '../parts/party-chip.tsx'

const size = 10
/** Fewer than would fill a column or two lie in one row. */
const rowsOf = (targets: number): number => (targets < 12 ? 1 : 4)

/** All targets at once, down and then to the right, in the order of the swing they need; the line is the swing so far. */
export const TargetStrip = ({ targets, falling }: Battleground) => {
  const rows = rowsOf(targets.length)
  const columns = Math.max(1, Math.ceil(targets.length / rows))
  const [column, row] = [Math.floor(falling / rows) * size, (falling % rows) * size]
  return (
    <svg
      class="strip"
      viewBox={`0 0 ${columns * size} ${rows * size}`}
      preserveAspectRatio="none"
      aria-hidden="true"
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
      <path
        class="strip-line"
        d={`M${row === 0 ? column : column + size} -2V${row}H${column}V${rows * size + 2}`}
      />
    </svg>
  )
}
