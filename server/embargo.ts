import type { NightDefinition, OpenNight } from '@night/shared/night'
import { type Clock, clockTime, milliseconds, weekday } from '@night/shared/time'
import type { Refusal } from './problems.ts'

/** How far a sender's clock may be ahead of ours, in milliseconds. */
const tolerance = 5 * 60_000

type Night = { readonly open: OpenNight; readonly definition: NightDefinition }

/**
 * Nothing is said of how people voted before the polls close: on a live night by our own clock, whatever the sender's
 * says. Nor is anything declared in the future. `at` is when it was declared, by the sender. [SEC8]
 */
export const embargo = ({ open, definition }: Night, clock: Clock, at?: string): Refusal | null => {
  const close = milliseconds(definition.pollsClose)
  const now = clock.now()
  const isLive = open.mode === 'live'
  if ((isLive && now < close) || (at !== undefined && milliseconds(at) < close)) {
    const when = `${weekday(definition.pollsClose)} ${clockTime(definition.pollsClose)}`
    return {
      code: 'before-polls-close',
      detail: `Polls close on ${when}; nothing is declared before.`,
    }
  }
  if (isLive && at !== undefined && milliseconds(at) > now + tolerance) {
    return {
      code: 'in-the-future',
      detail: futureWords(milliseconds(at), now),
    }
  }
  return null
}

const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' })

/** With the days where they are two: a date that is wrong does not show in the clock. */
const futureWords = (at: number, now: number): string => {
  const days = [day.format(at), day.format(now)]
  const [its = '', ours = ''] = days[0] === days[1] ? [] : days.map((words) => ` on ${words}`)
  return `${clockTime(at)}${its} is still to come: it is ${clockTime(now)}${ours} now.`
}
