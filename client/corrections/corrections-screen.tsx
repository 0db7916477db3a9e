import type { Board } from '@night/shared/board'
import type { Correction } from '@night/shared/event'
import { useSignalEffect } from '@preact/signals'
import { modeWords } from '../night-clock.ts'
import type { Followed } from '../parts/follow-night.ts'
import { ModeMark } from '../parts/mode-mark.tsx'
import { Spoken } from '../parts/spoken.tsx'
import type { Talk } from '../parts/talk.ts'
import { useAge } from '../parts/use-age.ts'
import { EntryView } from './entry-view.tsx'
import { correctedUpTo, entriesOf } from './log.ts'
import { useLatest } from './use-latest.ts'

type CorrectionsProps = {
  readonly night: string
  readonly followed: Followed
  readonly talk: Talk
}

/** Everything of a night that had to be put right, for everybody. [COR5] */
export const CorrectionsScreen = ({ night, followed, talk }: CorrectionsProps) => {
  const { board, history } = followed
  const mode = board.value?.night.mode
  useSignalEffect(() => {
    if (board.value) document.title = `Corrections: ${board.value.night.title}`
  })
  const { problem } = history.value
  return (
    <div class={mode !== undefined && mode !== 'live' ? 'put-right-log not-live' : 'put-right-log'}>
      {board.value ? (
        <>
          <Head night={night} followed={followed} board={board.value} />
          <Log night={night} talk={talk} board={board.value} />
        </>
      ) : (
        <main class="log-wait" data-problem={problem?.code}>
          <h1>{problem?.title ?? 'Waiting for the night'}</h1>
          <p class="part-note">{problem?.detail}</p>
        </main>
      )}
      <Foot followed={followed} />
      <Spoken spoken={followed.spoken} />
    </div>
  )
}

type HeadProps = Omit<CorrectionsProps, 'talk'> & { readonly board: Board }

const Head = ({ night, followed: { history }, board }: HeadProps) => {
  const id = encodeURIComponent(night)
  return (
    <header class="log-head">
      <p class="log-night">
        <a href={`/desk?night=${id}`}>{board.night.title}</a>
      </p>
      <p>
        <ModeMark
          mode={board.night.mode}
          words={modeWords(board.night.mode, history.value.clock, board.state)}
        />
      </p>
      <p class="log-feed">
        <a href={`/api/nights/${id}/corrections.atom`}>Atom feed</a>
      </p>
    </header>
  )
}

type LogProps = Omit<CorrectionsProps, 'followed'> & { readonly board: Board }

const Log = ({ night, talk, board }: LogProps) => {
  const told = useLatest(correctedUpTo(board), () =>
    talk.get<{ corrections: readonly Correction[] }>(
      `/api/nights/${encodeURIComponent(night)}/corrections`,
    ),
  )
  const entries = told?.ok ? entriesOf(told.answer.corrections, board) : []
  return (
    <main>
      <h1 class="log-title">Corrections</h1>
      <p class="log-note">What was said of this night and had to be put right, the latest first.</p>
      {told === null && <p class="log-nothing">Reading</p>}
      {told?.ok === false && <p class="log-nothing">{told.words}</p>}
      {told?.ok && entries.length === 0 && <p class="log-nothing">Nothing had to be put right.</p>}
      <ol class="log-entries">
        {entries.map((entry) => (
          <li key={entry.correction.hash}>
            <EntryView entry={entry} board={board} />
          </li>
        ))}
      </ol>
    </main>
  )
}

const Foot = ({ followed }: Pick<CorrectionsProps, 'followed'>) => {
  const { state, words } = useAge(followed)
  return (
    <footer class="log-foot" data-state={state.value}>
      <p>{words.value}</p>
    </footer>
  )
}
