import { useComputed } from '@preact/signals'
import { phaseOf } from '../night-words.ts'
import { Frame } from './frame.tsx'
import { pictureOf } from './moment.ts'
import type { WallProps } from './open-wall.tsx'
import { Stage } from './stage.tsx'

export const Wall = ({ history, board, moment, now }: WallProps) => {
  const phase = useComputed(() => (board.value === null ? null : phaseOf(board.value)))
  // Only the end of a night depends on the time.
  const picture = useComputed(() =>
    board.value !== null && phase.value === 'closed'
      ? pictureOf(board.value, moment.value, now.value)
      : phase.value,
  )
  return (
    <Frame name="the wall" phase={picture.value} {...{ history, board, now }}>
      {board.value !== null && picture.value !== null ? (
        <Stage board={board.value} picture={picture.value} {...{ history, moment, now }} />
      ) : null}
    </Frame>
  )
}
