import type { Seat } from '@night/shared/board'
import { dueOf } from '@night/shared/tally/schedule'

/** What stands before the time at which a seat is expected; `now` is the night's clock. [MY7] */
export const dueWords = (seat: Seat, now: number | null): string =>
  dueOf(seat, now).overdue === null ? 'Due' : 'Overdue, was due'
