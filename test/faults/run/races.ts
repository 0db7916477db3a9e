import { z } from 'zod'
import type { HistoryLine } from '../history.ts'
import { isWhole } from './complaints.ts'

/** What a worker says of a job that met another's event, or that nobody held any more. */
const Words = z.object({
  msg: z.string(),
  conflicts: z.int().nonnegative().default(0),
})

/** A line of a worker, and when it was heard: a worker's own clock may be another. */
export type Said = { readonly t: number; readonly line: string }

/**
 * Where workers met, from the lines that they wrote. The first conflict may only say that another had decided since this
 * one last looked; whoever has looked and still comes second has raced.
 */
export const racesIn = (lines: readonly Said[]): HistoryLine[] =>
  lines
    .filter(({ line }) => isWhole(line))
    .flatMap(({ t, line }): HistoryLine[] => {
      const { msg, conflicts } = Words.parse(JSON.parse(line))
      const head = { t, pid: process.pid, role: 'worker' } as const
      const met = Array.from(
        { length: conflicts - 1 },
        () => ({ ...head, kind: 'conflict' }) as const,
      )
      return msg.startsWith('job stalled') ? [...met, { ...head, kind: 'stalled' }] : met
    })
