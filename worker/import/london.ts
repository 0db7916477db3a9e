import type { Instant } from '@night/shared/instant'
import { clockTime, instant, milliseconds } from '@night/shared/time'

/** The moment at which London's clocks show that time ("22:00") on that day; null where it is not a time of a day. */
export const londonTime = (date: string, time: string): Instant | null => {
  const [hours = '', minutes = ''] = time.split(':')
  const hour = Number(hours)
  const shown = `${hour % 12 === 0 ? 12 : hour % 12}.${minutes}${hour < 12 ? 'am' : 'pm'}`
  const moments = [`${date}T${time}:00+01:00`, `${date}T${time}:00Z`].map(milliseconds)
  const moment = moments.find((one) => !Number.isNaN(one) && clockTime(one) === shown)
  return moment === undefined ? null : instant(moment)
}
