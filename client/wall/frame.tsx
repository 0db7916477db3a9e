import { type ReadonlySignal, useComputed, useSignalEffect } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { History } from '../history.ts'
import { Announcement } from './announcement.tsx'
import type { WallProps } from './open-wall.tsx'
import { Top } from './top.tsx'
import { Truth } from './truth.tsx'

type FrameProps = Omit<WallProps, 'moment'> & {
  /** What the screen is called: "the wall". */
  readonly name: string
  readonly phase?: string | null
  /** The picture; null while nothing is known. */
  readonly children: ComponentChildren
}

/** What all walls have around their picture: which night and when, how far it may be believed, the one voice. */
export const Frame = ({ history, board, now, name, phase = null, children }: FrameProps) => {
  // Told once, not at each declaration: to be told again what it is called costs a page a frame.
  const title = useComputed(() => board.value?.night.title)
  useSignalEffect(() => {
    if (title.value !== undefined) document.title = `${title.value}: ${name}`
  })
  const mode = board.value?.night.mode
  const marked = mode !== undefined && mode !== 'live'
  return (
    <div
      class={marked ? 'wall not-live' : 'wall'}
      data-mode={mode}
      data-phase={phase ?? undefined}
      data-seq={board.value?.seq}
    >
      <Top {...{ history, board, now }} />
      <main class="stage">{children ?? <Waiting history={history} />}</main>
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
