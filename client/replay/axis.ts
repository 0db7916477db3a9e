import type { Tape } from './tape.ts'

/** Hours in which nothing was said, drawn narrower than they were. */
type Quiet = {
  readonly from: number
  readonly to: number
  /** Where it stands on the axis, in its own units. */
  readonly place: number
  readonly width: number
}

/** A night's time laid out on a line: units are seconds, except in its quiet hours. */
export type Axis = {
  readonly start: number
  readonly end: number
  readonly length: number
  readonly quiets: readonly Quiet[]
}

const second = 1000
const minute = 60 * second
/** A longer wait than this is a quiet hour. */
export const longWait = 30 * minute
const unit = 15 * minute

/** 31 minutes take the place of 20, four hours that of 35, a day that of 48. */
const narrowed = (gap: number): number => unit + (unit / 3) * Math.log2(gap / unit)

/** An axis from `start` to `end` for these times, the earliest first. [RPY6] */
export const axisOf = (
  times: readonly number[],
  { start, end }: Pick<Tape, 'start' | 'end'>,
): Axis => {
  const quiets: Quiet[] = []
  let [saved, before] = [0, start]
  for (const time of times) {
    const gap = time - before
    if (gap > longWait) {
      const width = narrowed(gap)
      quiets.push({
        from: before,
        to: time,
        place: (before - start - saved) / second,
        width: width / second,
      })
      saved += gap - width
    }
    before = Math.max(before, time)
  }
  return { start, end, length: (end - start - saved) / second, quiets }
}

/** Where a time stands on the axis. */
export const placeOf = ({ start, end, quiets }: Axis, time: number): number => {
  const within = Math.min(end, Math.max(start, time))
  let saved = 0
  for (const { from, to, place, width } of quiets) {
    if (within <= from) break
    if (within < to) return place + (width * (within - from)) / (to - from)
    saved += (to - from) / second - width
  }
  return (within - start) / second - saved
}

/** The time at a place of the axis. */
export const timeOf = ({ start, end, quiets }: Axis, at: number): number => {
  let saved = 0
  for (const { from, to, place, width } of quiets) {
    if (at <= place) break
    if (at < place + width) return from + ((to - from) * (at - place)) / width
    saved += (to - from) / second - width
  }
  return Math.min(end, Math.max(start, start + (at + saved) * second))
}

/** The slider's last place: places are whole units of the axis. */
export const mostOf = ({ length }: Axis): number => Math.ceil(length)

/** The time that a slider asks for: whole minutes, no less than one from where it stands, and the very end. [RPY6] */
export const timeAsked = (axis: Axis, value: number, stands: number): number => {
  if (value >= mostOf(axis)) return axis.end
  const by = value - Math.round(placeOf(axis, stands))
  const time = Math.round(timeOf(axis, value) / minute) * minute
  if (by === 0) return stands
  return by > 0
    ? Math.min(axis.end, Math.max(time, stands + minute))
    : Math.max(axis.start, Math.min(time, stands - minute))
}

const hour = 60 * minute
/** The part of the line that the name of an hour takes. */
const roomForHour = 0.035

/** The full hours that have room on the line, those of quiet hours left out. */
export const hoursOf = (axis: Axis): number[] => {
  const first = Math.ceil(axis.start / hour)
  const count = Math.floor(axis.end / hour) - first + 1
  let free = 0
  return Array.from({ length: Math.max(0, count) }, (_, place) => (first + place) * hour).filter(
    (time) => {
      const part = placeOf(axis, time) / axis.length
      if (quietAt(axis, time) || part < free || part > 1 - roomForHour) return false
      free = part + roomForHour
      return true
    },
  )
}

/** The quiet hours in which a time lies, if it does. */
export const quietAt = ({ quiets }: Axis, time: number): Quiet | undefined =>
  quiets.find(({ from, to }) => from <= time && time < to)
