import type { Instant } from './instant.ts'

/** Milliseconds since 1970 on a clock that is handed in. */
export type Clock = { readonly now: () => number }

/** Milliseconds on a clock that never goes back; only the difference of two of its times means anything. */
export type Stopwatch = { readonly now: () => number }

// The one place in this room that touches Date: as a format, never as a clock.
// oxlint-disable-next-line no-restricted-globals
export const instant = (milliseconds: number): Instant => new Date(milliseconds).toISOString()

// oxlint-disable-next-line no-restricted-globals
export const milliseconds = (time: string): number => Date.parse(time)

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'long',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
})

const parts = (time: number | string) => {
  const at = typeof time === 'number' ? time : milliseconds(time)
  return Object.fromEntries(london.formatToParts(at).map(({ type, value }) => [type, value]))
}

/** House form, on London's clocks: "2.45am", "midnight" is "12.00am". [WRD1] */
export const clockTime = (time: number | string): string => {
  const { hour = '0', minute = '00' } = parts(time)
  return houseForm(Number(hour), minute)
}

/** "11.30pm" for 23 and "30". */
export const houseForm = (hour: number, minute: string): string =>
  `${hour % 12 || 12}.${minute}${hour < 12 ? 'am' : 'pm'}`

/** Twenty-four hours, on London's clocks: "02:45". */
export const digitalTime = (time: number | string): string => {
  const { hour = '0', minute = '00' } = parts(time)
  return `${hour.padStart(2, '0')}:${minute}`
}

/** London's day of the week: "Friday". */
export const weekday = (time: number | string): string => parts(time)['weekday'] ?? ''

// Marked for the bundler: a page that says no month does not make it.
const calendar = /* @__PURE__ */ new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  month: 'long',
  year: 'numeric',
})

/** "December 1994" for a calendar day. */
export const monthAndYear = (date: string): string => calendar.format(milliseconds(date))

const longDate = /* @__PURE__ */ new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  dateStyle: 'long',
})

/** "19 October 2023" for a calendar day. */
export const dateWords = (date: string): string => longDate.format(milliseconds(date))

/** Whole days from one calendar day to another. */
export const days = (from: string, to: string): number =>
  Math.round((milliseconds(to) - milliseconds(from)) / 86_400_000)

/** Order by time, the earlier first: instants have one form, so their texts compare as their times do. */
export const byTime = (a: Instant, b: Instant): number => (a === b ? 0 : a < b ? -1 : 1)
