import type { Fault } from './fault.ts'
import type { Outcome } from './run.ts'

const counted = ['kills', 'conflicts', 'stalled', 'reconnects', 'resent'] as const

export const titleOf = ({ id, name }: Pick<Fault, 'id' | 'name'>): string =>
  `${id.padEnd(4)} ${name.padEnd(40)}`

/** A line of the table, and under it what was found, what was broken and what did not happen. */
export const outcomeText = (fault: Fault, verdict: string, outcome: Outcome): string => {
  const { events, quietAfter, seconds, violations, missing, beyond } = outcome
  const counts = counted
    .filter((what) => outcome[what] > 0)
    .map((what) => `${outcome[what]} ${what}, `)
    .join('')
  return [
    `${titleOf(fault)} ${verdict.padEnd(10)} ${counts}${events} events, ${seconds} s, quiet after ${quietAfter} s`,
    ...Object.entries(outcome.findings).map(([what, value]) => `     ${what}: ${value}`),
    ...violations.slice(0, 10).map(({ invariant, words }) => `     ${invariant}: ${words}`),
    ...(violations.length > 0 ? complaintLines(outcome) : []),
    ...beyond.map((words) => `     beyond its goal: ${words}`),
    ...missing.map((words) => `     not exercised: ${words}`),
    '',
  ].join('\n')
}

const complaintLines = ({ complaints }: Outcome): string[] =>
  Object.entries(complaints).map(([words, times]) => `     said ${times} times: ${words}`)
