import { useSignalEffect } from '@preact/signals'
import { Spoken } from '../parts/spoken.tsx'
import { useAge } from '../parts/use-age.ts'
import { Door } from './door.tsx'
import { HeldColumn } from './held-column.tsx'
import { RefusedColumn } from './refused-column.tsx'
import { SaysColumn } from './says-column.tsx'
import { Top } from './top.tsx'
import type { Work } from './work.ts'

type WorkProps = { readonly work: Work }

/** What the desk has to decide, what was refused, and what it says itself. [HLD5 HLD6 HLD7] */
export const WorkScreen = ({ work }: WorkProps) => {
  const { followed, held, isIn } = work
  const { board, history } = followed
  const mode = board.value?.night.mode
  const isEntered = isIn.value === true
  useSignalEffect(() => {
    const waiting = held.value.length
    const title = board.value?.night.title ?? 'Results night'
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}The desk’s work: ${title}`
  })
  const { problem } = history.value
  return (
    <div
      class={mode !== undefined && mode !== 'live' ? 'work not-live' : 'work'}
      data-seq={board.value?.seq}
    >
      <Top work={work} />
      {!isEntered && <Door work={work} />}
      {isEntered && board.value && (
        <main class="work-columns">
          <HeldColumn work={work} board={board.value} />
          <RefusedColumn work={work} board={board.value} />
          <SaysColumn work={work} board={board.value} />
        </main>
      )}
      {isEntered && !board.value && (
        <main class="work-wait" data-problem={problem?.code}>
          <p>{problem?.title ?? 'Waiting for the night'}</p>
          <p class="part-note">{problem?.detail}</p>
        </main>
      )}
      <Foot work={work} />
      <Spoken spoken={work.spoken} />
    </div>
  )
}

const Foot = ({ work: { followed, trouble, isIn } }: WorkProps) => {
  const { state, words } = useAge(followed)
  return (
    <footer class="work-foot" data-state={trouble.value === '' ? state.value : 'lost'}>
      <p>{words.value}</p>
      {trouble.value !== '' && isIn.value === true && (
        <p>These lists may be old: {trouble.value}</p>
      )}
    </footer>
  )
}
