import type { Seat } from '@night/shared/board'
import { dueOf } from '@night/shared/tally/schedule'
import { dueTime } from '../due-time.ts'

/** When a seat is expected, or was; null where nobody knows. `now` is the night's clock. [MY7] */
export const dueWords = (seat: Seat, now: number | null): string | null => {
  const { expectedAt, overdue } = dueOf(seat, now)
  if (expectedAt === null) return null
  return `${overdue === null ? 'Due' : 'Overdue, was due'} ${dueTime(expectedAt, now)}`
}
