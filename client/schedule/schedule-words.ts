import type { Due } from '@night/shared/tally/schedule'
import { countMark } from '../seat-words.ts'

/** "25 min", "1 h 10", "3 days". */
export const spanWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return `${Math.floor(hours / 24)} days`
  return hours === 0 ? `${minutes} min` : `${hours} h ${String(minutes % 60).padStart(2, '0')}`
}

/** "+1 h 10" later than was expected before the night, "−25 min" earlier; nothing where nothing moved. [GEW9] */
export const movedWords = ({ moved }: Pick<Due, 'moved'>): string =>
  moved === 0 ? '' : `${moved > 0 ? '+' : '−'}${spanWords(Math.abs(moved))}`

/** What is unusual about a count, in one word; nothing while it is only awaited. [GEW9] */
export const badgeWords = ({ seat }: Pick<Due, 'seat'>): string => {
  const mark = countMark(seat)
  return mark === 'AWAITED' || mark === 'COUNTING' ? '' : mark
}

/** Ems that a row leaves for a name; a little more than there are, since `emsOf` measures bolder type. */
export const dueRoom = 10.6

/** The same where no row has a time. */
export const untimedRoom = 14
