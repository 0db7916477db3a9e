import { effect } from '@preact/signals'
import type { Followed } from '../../parts/follow-night.ts'

/** Calls when there may be news of alerts: an event, a push, the page seen again, a signal again. Answers how to stop. */
export const lookAgain = (followed: Pick<Followed, 'board'>, look: () => void): (() => void) => {
  const heard = ({ data }: MessageEvent): void => {
    if (data === 'alerted') look()
  }
  const seen = (): void => {
    if (document.visibilityState === 'visible') look()
  }
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : null
  worker?.addEventListener('message', heard)
  document.addEventListener('visibilitychange', seen)
  addEventListener('online', look)
  let seq = followed.board.peek()?.seq
  const stop = effect(() => {
    const now = followed.board.value?.seq
    if (now === seq) return
    seq = now
    seen()
  })
  return () => {
    stop()
    worker?.removeEventListener('message', heard)
    document.removeEventListener('visibilitychange', seen)
    removeEventListener('online', look)
  }
}
