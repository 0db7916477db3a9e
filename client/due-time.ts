import { clockTime, milliseconds, weekday } from '@night/shared/time'

const hour = 3_600_000
const patience = hour / 2
/** Milliseconds ahead for which an hour of the clock is the next one. */
const nextHours = 12 * hour
/** Beyond that a night long gone is rehearsed by today's clock, and nothing is late. [TAL10] */
const longestNight = 72 * hour

/**
 * When a seat is due: "2.45am"; "Thu 11.30pm" where that was on another day and more than half an hour ago, or is more
 * than twelve hours off. `now` is the night's clock, null where there is none. [GEW14]
 */
export const dueTime = (at: string, now: number | null): string => {
  const time = clockTime(at)
  if (now === null) return time
  const ahead = milliseconds(at) - now
  const isFar = ahead > nextHours || (ahead < -patience && ahead > -longestNight)
  return isFar && weekday(at) !== weekday(now) ? `${weekday(at).slice(0, 3)} ${time}` : time
}
