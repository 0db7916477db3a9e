import { computed, effect } from '@preact/signals'
import type { Followed } from '../../parts/follow-night.ts'

/** Calls when there may be news of alerts: an event, a push, the page seen again, a line again. Answers how to stop. */
export const lookAgain = (
  { board, history }: Pick<Followed, 'board' | 'history'>,
  look: () => void,
): (() => void) => {
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
  // What was asked while the server was away was not answered.
  const news = computed(() => `${board.value?.seq} ${history.value.link === 'connected'}`)
  let before = news.peek()
  const stop = effect(() => {
    if (news.value === before) return
    before = news.value
    seen()
  })
  return () => {
    stop()
    worker?.removeEventListener('message', heard)
    document.removeEventListener('visibilitychange', seen)
    removeEventListener('online', look)
  }
}
