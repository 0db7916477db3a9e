import type { AlertRules } from '@night/shared/alert/rules'
import { plural } from '@night/shared/figures'
import { and } from '@night/shared/listing'
import { capitalised } from '@night/shared/tale'
import { instant, milliseconds } from '@night/shared/time'
import { clockOf } from './clock-of.ts'

/** What the contract takes where nothing is said. [ALR70] */
export const usualRules: AlertRules = {
  seats: [],
  atCount: false,
  gains: { parties: [], regions: [] },
  everyResult: false,
  upsets: true,
  keySeats: true,
  records: true,
  milestones: true,
  desk: true,
  quiet: null,
  mostInAnHour: null,
  mutedUntil: null,
}

/** Quiet hours as they are proposed, and the most in an hour that one may choose. */
export const usualQuiet = { from: '23:30', to: '06:00' } as const
export const mosts = [3, 6, 12, 20, 40] as const

type Switch = 'upsets' | 'keySeats' | 'records' | 'milestones' | 'desk' | 'everyResult'

/** What is switched on and off, in the order in which it weighs. */
export const switches: readonly {
  readonly rule: Switch
  readonly title: string
  readonly words: string
}[] = [
  {
    rule: 'upsets',
    title: 'Upsets',
    words: 'a result five points or more beyond the swing so far',
  },
  { rule: 'keySeats', title: 'Seats to watch', words: 'whoever stands there, or why it matters' },
  { rule: 'records', title: 'Records', words: 'the first or second of its kind' },
  {
    rule: 'milestones',
    title: 'Milestones',
    words: 'a majority passed, lost or out of reach; once each',
  },
  { rule: 'desk', title: 'The desk’s line', words: 'what the desk says of the night itself' },
  { rule: 'everyResult', title: 'Every result', words: 'up to seven in a minute' },
]

const names: Readonly<Record<Switch, string>> = {
  upsets: 'upsets',
  keySeats: 'seats to watch',
  records: 'records',
  milestones: 'milestones',
  desk: 'the desk’s line',
  everyResult: 'every result',
}

/** "My seats, gains, upsets and records. Quiet from 11.30pm to 6.00am. At most 12 an hour." [ALR70] */
export const rulesInWords = (rules: AlertRules): string => {
  const what = [
    rules.seats.length > 0 && (rules.seats.length === 1 ? 'my seat' : 'my seats'),
    rules.gains !== null && gainsInWords(rules.gains),
    ...switches.map(({ rule }) => rules[rule] && names[rule]),
  ].filter((one) => one !== false)
  return [
    what.length === 0 ? 'Nothing but corrections' : listed(what),
    rules.quiet && `Quiet from ${clockOf(rules.quiet.from)} to ${clockOf(rules.quiet.to)}`,
    rules.mostInAnHour !== null && `At most ${rules.mostInAnHour} an hour`,
  ]
    .filter(Boolean)
    .map((sentence) => `${sentence}.`)
    .join(' ')
}

const gainsInWords = ({ parties, regions }: NonNullable<AlertRules['gains']>): string =>
  parties.length + regions.length === 0 ? 'gains' : 'some gains'

const listed = (words: readonly string[]): string => capitalised(and(words))

/** Minutes for which one is left alone. */
const muteMinutes = 30

export const mutedFrom = (now: number): string => instant(now + muteMinutes * 60_000)

/** "24 minutes", or null when nobody is muted any more. [ALR71] */
export const muteLeft = (mutedUntil: string | null, now: number): string | null => {
  const left = mutedUntil === null ? 0 : Math.ceil((milliseconds(mutedUntil) - now) / 60_000)
  return left <= 0 ? null : plural(left, 'minute')
}
