import { useComputed } from '@preact/signals'
import { freshness } from '../freshness.ts'
import type { Followed } from './follow-night.ts'

/** How far a page may be believed, and the same in words for its foot. */
export const useAge = ({ history, now }: Pick<Followed, 'history' | 'now'>) => {
  const state = useComputed(() => freshness(history.value, now.value).state)
  const words = useComputed(() => {
    const fresh = freshness(history.value, now.value)
    return fresh.state === 'fresh' ? `Connected, ${fresh.words}` : fresh.words
  })
  return { state, words }
}
