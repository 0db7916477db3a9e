import type { Board } from '@night/shared/board'
import { type ReadonlySignal, useComputed, useSignalEffect } from '@preact/signals'
import type { History } from '../history.ts'
import { Announcement } from './announcement.tsx'
import { type Moment, pictureOf } from './moment.ts'
import { Stage } from './stage.tsx'
import { Top } from './top.tsx'
import { Truth } from './truth.tsx'

export type WallProps = {
  readonly history: ReadonlySignal<History>
  readonly board: ReadonlySignal<Board | null>
  readonly moment: ReadonlySignal<Moment>
  readonly now: ReadonlySignal<number>
}

export const Wall = ({ history, board, moment, now }: WallProps) => {
  const picture = useComputed(() =>
    board.value === null ? null : pictureOf(board.value, moment.value, now.value),
  )
  useSignalEffect(() => {
    if (board.value !== null) document.title = `${board.value.night.title}: the wall`
  })
  const mode = board.value?.night.mode
  const marked = mode !== undefined && mode !== 'live'
  return (
    <div
      class={marked ? 'wall not-live' : 'wall'}
      data-mode={mode}
      data-phase={picture.value}
      data-seq={board.value?.seq}
    >
      <Top {...{ history, board, now }} />
      <main class="stage">
        {board.value !== null && picture.value !== null ? (
          <Stage board={board.value} picture={picture.value} {...{ history, moment, now }} />
        ) : (
          <Waiting history={history} />
        )}
      </main>
      <Truth {...{ history, board, now }} />
      <Announcement history={history} />
    </div>
  )
}

const Waiting = ({ history }: { readonly history: ReadonlySignal<History> }) => {
  const { problem } = history.value
  return problem ? (
    <div class="waiting" data-problem={problem.code}>
      <p>{problem.title}</p>
      <p class="waiting-detail">{problem.detail}</p>
    </div>
  ) : (
    <p class="waiting">Waiting for the night</p>
  )
}

/** The address names no night. */
export const NoNight = () => (
  <div class="wall">
    <header class="top">
      <h1 class="top-title">Results night</h1>
    </header>
    <main class="stage">
      <div class="waiting">
        <p>Which night?</p>
        <p class="waiting-detail">
          This address names none. <a href="/">See what is on</a>
        </p>
      </div>
    </main>
  </div>
)
