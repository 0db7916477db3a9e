import { shownTime } from '../night-clock.ts'
import type { Work } from './work.ts'

/** The night's own time. */
export const nightNow = ({ followed: { history, now } }: Work): number =>
  shownTime(history.peek(), now.peek()) ?? now.peek()
