import type { Board } from '@night/shared/board'
import { milestoneWords } from '@night/shared/tally/milestones'
import { type ReadonlySignal, useComputed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { freshness } from '../freshness.ts'
import type { History } from '../history.ts'
import { againstWords } from '../night-words.ts'

type TruthProps = {
  readonly history: ReadonlySignal<History>
  readonly board: ReadonlySignal<Board | null>
  readonly now: ReadonlySignal<number>
}

/** The foot: how far the picture may be believed, and what its words are measured against. */
export const Truth = ({ history, board, now }: TruthProps) => {
  const state = useComputed(() => freshness(history.value, now.value).state)
  const words = useComputed(() => {
    const fresh = freshness(history.value, now.value)
    if (fresh.state !== 'fresh') return fresh.words
    return history.value.link === 'connected' ? 'Connected' : 'Connecting'
  })
  const seen = board.value
  // Contests stand before the night: what they are measured against is not asked for again at each declaration.
  const against = useMemo(() => seen && againstWords(seen), [seen?.night])
  return (
    <footer class="truth" data-state={state.value} data-kind={seen?.night.kind}>
      <p class="truth-age">{words.value}</p>
      {seen?.night.kind === 'general-election' && (
        <p class="truth-milestone">{milestoneWords(seen)}</p>
      )}
      {against && <p class="truth-baseline">Gain, hold and swing: {against}</p>}
    </footer>
  )
}
