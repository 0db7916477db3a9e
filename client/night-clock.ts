import type { Board } from '@night/shared/board'
import type { Mode } from '@night/shared/night'
import { milliseconds } from '@night/shared/time'
import type { History, HeardClock } from './history.ts'

/** Where the night's clock stands at `now` on the screen's clock. [WALL2] */
export const nightTime = (clock: HeardClock, now: number): number => {
  const then = milliseconds(clock.now)
  if (!clock.playing || clock.speed === 'max') return then
  return then + Math.max(0, now - clock.heardAt) * clock.speed
}

/**
 * The night's clock as a screen may show it. A live night goes on with the time of day; the clock of a replay or a
 * rehearsal is the server's to run, so it stands still while nothing is heard.
 */
export const shownTime = ({ clock, board, link, heardAt }: History, now: number): number | null => {
  if (clock === null) return null
  const runs = link !== 'lost' || board?.night.mode === 'live'
  return nightTime(clock, runs ? now : (heardAt ?? now))
}

const minute = 60_000

/** The same to the minute. */
export const shownMinute = (history: History, now: number): number | null => {
  const time = shownTime(history, now)
  return time === null ? null : Math.floor(time / minute) * minute
}

const names: Readonly<Record<Mode, string>> = {
  live: 'LIVE',
  rehearsal: 'REHEARSAL',
  replay: 'REPLAY',
  recorded: 'RECORDED',
}

/** "LIVE", "REPLAY ×240", "REPLAY PAUSED", and "REPLAY OVER" when the night is closed. */
export const modeWords = (mode: Mode, clock: HeardClock | null, state: Board['state']): string => {
  const name = names[mode]
  if (clock === null || mode === 'live') return name
  if (!clock.playing) return `${name} ${state === 'closed' ? 'OVER' : 'PAUSED'}`
  if (clock.speed === 'max') return `${name} MAX`
  return clock.speed === 1 ? name : `${name} ×${clock.speed}`
}
