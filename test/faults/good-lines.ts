import type { NightEvent } from '@night/shared/event'
import type { HistoryLine } from './history.ts'

export type Bare<K extends HistoryLine['kind']> = Extract<HistoryLine, { kind: K }>
export type Head = Pick<HistoryLine, 't' | 'pid' | 'role'>

/** When each event was in the log: not before it was made. */
export const timesOf = (log: readonly NightEvent[]): number[] => {
  let last = 0
  return log.map(({ publishedAt }) => (last = Math.max(last + 1000, Date.parse(publishedAt))))
}

/** Written by whoever runs it all. */
export const run = (t: number): Head => ({ t, pid: 1, role: 'run' })

/** A worker is killed in the middle of the night. */
export const faultLines = (times: readonly number[]): HistoryLine[] => {
  const t = times[Math.floor(times.length / 2)] ?? 0
  return [
    { ...run(t), kind: 'fault-start', fault: 'kill', of: 'worker' },
    { ...run(t + 100), role: 'worker', kind: 'stalled' },
    { ...run(t + 500), kind: 'fault-end', fault: 'kill', of: 'worker' },
    { ...run(t + 600), role: 'worker', kind: 'conflict' },
    { ...run(t + 700), role: 'server', kind: 'memory', bytes: 120_000_000 },
  ]
}
