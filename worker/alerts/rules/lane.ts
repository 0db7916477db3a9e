import type { AlertRules } from '@night/shared/alert/rules'
import { digitalTime, milliseconds } from '@night/shared/time'
import {
  binRelease,
  type Collected,
  hour,
  type Now,
  type Release,
  rushRelease,
  whenFree,
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
  if (isMuted(rules, now)) return whenFree
  const isMine = rule === 'seats'
  if (isQuiet(rules, now) && !(isMine && rules.atCount)) {
    return { ...binRelease(now), silent: true }
  }
  if (isMine || rule === 'milestones') return null
  if (isFull(rules, collected, now)) return whenFree
  return collected.pending.length > 0 ? binRelease(now) : rushRelease(collected, now)
}

/** Whether the last hour had the most that it may have. */
export const isFull = (
  { mostInAnHour }: AlertRules,
  { lately }: Collected,
  { wall }: Now,
): boolean =>
  mostInAnHour !== null &&
  lately.filter((one) => one.isSent && milliseconds(one.wall) > milliseconds(wall) - hour).length >=
    mostInAnHour
