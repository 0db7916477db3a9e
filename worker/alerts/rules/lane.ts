import type { AlertRules } from '@night/shared/alert/rules'
import { digitalTime, instant, milliseconds } from '@night/shared/time'
import {
  binRelease,
  type Collected,
  hour,
  type Now,
  type Release,
  rushRelease,
} from './collected.ts'
import type { Rule } from './wants.ts'

/** Whether it is muted at that time. */
export const isMuted = ({ mutedUntil }: AlertRules, { wall }: Now): boolean =>
  mutedUntil !== null && wall < mutedUntil

/** Whether a time of day on London's clocks lies in the quiet hours, which may go past midnight. */
export const isQuiet = ({ quiet }: AlertRules, { wall }: Now): boolean => {
  if (quiet === null) return false
  const time = digitalTime(wall)
  const { from, to } = quiet
  return from <= to ? from <= time && time < to : from <= time || time < to
}

/** When it is to be collected rather than sent now: mute, quiet hours, the cap, a rush. Null: now. [ALR9 ALR10] */
export const releaseOf = (
  rule: Rule,
  rules: AlertRules,
  { collected, now }: { readonly collected: Collected; readonly now: Now },
): Release | null => {
  if (isMuted(rules, now)) return { dueAt: null, dueBy: rules.mutedUntil, silent: false }
  const isMine = rule === 'seats'
  if (isQuiet(rules, now) && !(isMine && rules.atCount)) {
    return { ...binRelease(now), silent: true }
  }
  if (isMine || rule === 'milestones') return null
  return (
    capRelease(rules, collected, now) ??
    (collected.pending.length > 0 ? binRelease(now) : rushRelease(collected, now))
  )
}

/** Above the most in an hour it waits until the first of that hour is an hour old. */
const capRelease = (
  { mostInAnHour }: AlertRules,
  { lately }: Collected,
  { wall }: Now,
): Release | null => {
  const recent = lately.filter(
    (one) => one.isSent && milliseconds(one.wall) > milliseconds(wall) - hour,
  )
  const [first] = recent
  if (mostInAnHour === null || first === undefined || recent.length < mostInAnHour) return null
  return { dueAt: null, dueBy: instant(milliseconds(first.wall) + hour), silent: false }
}
