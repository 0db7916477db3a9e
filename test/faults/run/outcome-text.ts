import type { Fault } from './faults.ts'
import type { Outcome } from './run.ts'

export const isKept = ({ violations, missing }: Pick<Outcome, 'violations' | 'missing'>): boolean =>
  violations.length + missing.length === 0

const verdict = ({ violations, missing }: Outcome): string => {
  if (violations.length > 0) return `${violations.length} BROKEN`
  return missing.length > 0 ? 'IDLE' : 'kept'
}

const counted = ['kills', 'conflicts', 'stalled', 'reconnects'] as const

/** A line of the table, and under it what was found, what was broken and what did not happen. */
export const outcomeText = ({ id, name }: Fault, outcome: Outcome): string => {
  const { events, seconds, violations, missing } = outcome
  const counts = counted
    .filter((what) => outcome[what] > 0)
    .map((what) => `${outcome[what]} ${what}, `)
    .join('')
  return [
    `${id.padEnd(4)} ${name.padEnd(40)} ${verdict(outcome).padEnd(10)} ${counts}${events} events, ${seconds} s`,
    ...Object.entries(outcome.findings).map(([what, value]) => `     ${what}: ${value}`),
    ...violations.slice(0, 10).map(({ invariant, words }) => `     ${invariant}: ${words}`),
    ...missing.map((words) => `     not exercised: ${words}`),
    '',
  ].join('\n')
}
