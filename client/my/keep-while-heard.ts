import { effect, type ReadonlySignal } from '@preact/signals'
import type { History } from '../history.ts'
import { keepBoard, keptOf } from './kept-board.ts'

/** Milliseconds between two keepings: a whole board is large for a phone. */
const pause = 10_000

/** Keeps what is heard: at once, then at most every ten seconds, and when the page goes out of sight. [MY3] */
export const keepWhileHeard = (night: string, history: ReadonlySignal<History>): void => {
  let keptAt = Number.NEGATIVE_INFINITY
  const keep = (): void => {
    const kept = keptOf(history.peek())
    // Only what was heard from a server is news to keep.
    if (kept === null || kept.heardAt === keptAt) return
    keptAt = kept.heardAt
    void keepBoard(night, kept)
  }
  effect(() => {
    const { heardAt, link } = history.value
    // A clock that was put back is no reason to keep nothing until it is as late again.
    if (link === 'connected' && heardAt !== null && Math.abs(heardAt - keptAt) > pause) keep()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep()
  })
}
