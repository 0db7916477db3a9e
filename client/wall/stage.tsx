import type { Board } from '@night/shared/board'
import { awaitedSeats, declaredSeats, isDeclared } from '@night/shared/declared'
import type { ReadonlySignal } from '@preact/signals'
import type { History } from '../history.ts'
import type { Phase } from '../night-words.ts'
import { useNightMinute } from '../parts/use-night-minute.ts'
import { lastSaid } from '../statement.ts'
import { Candidates } from './candidates.tsx'
import { Closed } from './closed.tsx'
import { Defended } from './defended.tsx'
import { Election } from './election/election.tsx'
import type { Moment } from './moment.ts'
import { NightSoFar } from './night-so-far.tsx'
import { Quiet } from './quiet.tsx'
import { Strap } from './strap.tsx'

type StageProps = {
  readonly board: Board
  readonly picture: Phase
  readonly history: ReadonlySignal<History>
  readonly moment: ReadonlySignal<Moment>
  readonly now: ReadonlySignal<number>
}

/** So many contests are shown large, each with a place of its own; more are shown as lists. */
const fewContests = 3

/** The picture that the night asks for. [WALL5] */
export const Stage = (props: StageProps) =>
  props.board.night.kind === 'general-election' ? (
    <Election {...props} />
  ) : (
    <ByElections {...props} />
  )

const ByElections = ({ board, picture, history, moment, now }: StageProps) => {
  const few = Object.keys(board.seatsById).length <= fewContests
  const declared = declaredSeats(board)
  const clock = useNightMinute(history, now)
  const said = lastSaid(board)
  if (said === null) return <Quiet seats={awaitedSeats(board)} {...{ board, few, history, now }} />
  if (picture === 'closed' && few && declared.length > 1) {
    return <Closed board={board} seats={declared} />
  }
  const { hash } = said.statement
  return (
    <div class={few ? 'counting' : 'counting counting-many'}>
      <Strap key={hash} {...said} mode={board.night.mode} isNew={moment.peek().hash === hash} />
      {isDeclared(said.seat) ? (
        <Candidates key={`candidates-${hash}`} seat={said.seat} />
      ) : (
        <Defended seat={said.seat} />
      )}
      <NightSoFar {...{ board, declared, few, clock }} />
    </div>
  )
}
