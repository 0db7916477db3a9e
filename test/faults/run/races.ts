import { z } from 'zod'
import type { HistoryLine } from '../history.ts'

/** What a worker says of a job that met another's event, or that nobody held any more. */
const Said = z.object({
  time: z.number(),
  msg: z.string(),
  conflicts: z.int().nonnegative().default(0),
})

/** Whoever is killed may leave half a line. */
const isWhole = (line: string): boolean => line.startsWith('{') && line.endsWith('}')

/** Where workers met, from the lines that they wrote. */
export const racesIn = (lines: readonly string[]): HistoryLine[] =>
  lines.filter(isWhole).flatMap((line): HistoryLine[] => {
    const { time: t, msg, conflicts } = Said.parse(JSON.parse(line))
    const head = { t, pid: process.pid, role: 'worker' } as const
    const met = Array.from({ length: conflicts }, () => ({ ...head, kind: 'conflict' }) as const)
    return msg.startsWith('job stalled') ? [...met, { ...head, kind: 'stalled' }] : met
  })
