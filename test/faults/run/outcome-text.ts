import type { Fault } from './fault.ts'
import type { Outcome } from './run.ts'

export const isKept = ({ violations, missing, beyond }: Outcome): boolean =>
  violations.length + missing.length + beyond.length === 0

const verdict = ({ violations, missing, beyond }: Outcome): string => {
  if (violations.length > 0) return `${violations.length} BROKEN`
  if (beyond.length > 0) return 'BEYOND'
  return missing.length > 0 ? 'IDLE' : 'kept'
}

const counted = ['kills', 'conflicts', 'stalled', 'reconnects'] as const

/** A line of the table, and under it what was found, what was broken and what did not happen. */
export const outcomeText = ({ id, name }: Fault, outcome: Outcome): string => {
  const { events, quietAfter, seconds, violations, missing, beyond } = outcome
  const counts = counted
    .filter((what) => outcome[what] > 0)
    .map((what) => `${outcome[what]} ${what}, `)
    .join('')
  return [
    `${id.padEnd(4)} ${name.padEnd(40)} ${verdict(outcome).padEnd(10)} ${counts}${events} events, ${seconds} s, quiet after ${quietAfter} s`,
    ...Object.entries(outcome.findings).map(([what, value]) => `     ${what}: ${value}`),
    ...violations.slice(0, 10).map(({ invariant, words }) => `     ${invariant}: ${words}`),
    ...beyond.map((words) => `     beyond its goal: ${words}`),
    ...missing.map((words) => `     not exercised: ${words}`),
    '',
  ].join('\n')
}
