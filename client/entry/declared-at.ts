import { clockTime, digitalTime, instant, milliseconds, weekday } from '@night/shared/time'

const minute = 60_000
const day = 24 * 60
/** How far a written time may lie ahead of this clock, in minutes. */
const ahead = 5

/** "02:45" of "2.45am", "2:45", "0245"; null where it is no time. */
export const timeIn = (text: string): string | null => {
  const [, hours, minutes, half] = /^(\d{1,2})[:. ]?(\d{2})\s*([ap]m)?$/i.exec(text.trim()) ?? []
  if (hours === undefined || minutes === undefined) return null
  const written = Number(hours)
  if (Number(minutes) > 59 || written > (half ? 12 : 23) || (half && written === 0)) return null
  const hour = half ? (written % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : written
  return `${String(hour).padStart(2, '0')}:${minutes}`
}

/** The last time before `now`, or the next few minutes, at which London's clocks showed this. */
export const instantOf = (time: string, now: number): string | null => {
  const wanted = minutesOf(time)
  const shown = minutesOf(digitalTime(now))
  const back = (shown - wanted + ahead + day) % day
  const nearest = Math.floor(now / minute) * minute - (back - ahead) * minute
  // On the night on which the clocks change it is an hour more or less.
  const found = [0, -60, 60]
    .map((shift) => nearest + shift * minute)
    .find((at) => digitalTime(at) === time)
  return found === undefined ? null : instant(found)
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** "Friday 2.45am". */
export const momentWords = (at: string): string => `${weekday(milliseconds(at))} ${clockTime(at)}`

type Written = { readonly time: string; readonly sentAt: string }

/** Now, and when what stands of the seat was declared, if anything does. */
type Moments = { readonly now: number; readonly stands: string | null }

/** When it was declared: as written, else as what stands, else as it was first sent, else now; null where what is written is no time. */
export const declaredAtOf = (
  { time, sentAt }: Written,
  { now, stands }: Moments,
): string | null => {
  if (time.trim() === '') return stands ?? (sentAt === '' ? instant(now) : sentAt)
  const written = timeIn(time)
  if (written === null || stands === null) return written && instantOf(written, now)
  const then = milliseconds(stands)
  return written === digitalTime(then)
    ? stands
    : instantOf(written, Math.min(now, then + (day / 2) * minute))
}
