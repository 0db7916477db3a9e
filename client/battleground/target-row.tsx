import type { Target } from '@night/shared/tally/battleground'
import { colours } from '../colours.ts'
import { stateWords, targetName } from './battle-words.ts'

type TargetRowProps = {
  readonly target: Target
  /** The first that does not fall at the swing so far: the line is drawn above it. */
  readonly isBeyond: boolean
  readonly isFar: boolean
}

/** One target: its place, its name, the swing it needs, and a tick when it fell. [GEW10] */
export const TargetRow = ({ target, isBeyond, isFar }: TargetRowProps) => {
  const { seat, place, needed, state, winner } = target
  const name = targetName(seat.contest.constituency.name, state)
  return (
    <li
      class={isFar ? 'target target-far' : 'target'}
      data-seat={seat.contest.constituency.id}
      data-state={state}
      data-line={isBeyond}
      style={winner === null ? {} : colours(winner)}
    >
      <span class="target-place">{place}</span>
      <span class="target-tick" aria-hidden="true">
        {{ taken: '✓', held: '–', lost: '×', awaited: '' }[state]}
      </span>
      <span class={name.isLong ? 'target-name target-name-long' : 'target-name'} style={name.style}>
        {seat.contest.constituency.name}
      </span>
      <span class={state === 'taken' ? 'unseen' : 'target-state'}>{stateWords(target)}</span>
      <b class="target-needed">{needed.printed}</b>
    </li>
  )
}
