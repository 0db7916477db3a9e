import type { Target } from './client.ts'
import type { ServeAnswer, ServeOrder } from './orders.ts'

/** A server that is measured, as a process of its own. */
export type Contestant = {
  readonly pid: () => number
  /** Where a screen goes that has what was published up to there, or nothing yet. */
  readonly target: (since: number | null) => Target
  readonly publish: (order: ServeOrder) => Promise<ServeAnswer>
  /** Killed without warning, and started again; the answer is when it took connections again. */
  readonly startAgain: () => Promise<number>
  readonly close: () => Promise<void>
}

export type OpenContestant = (stand: {
  /** The night's events, one a line. */
  readonly file: string
  readonly folder: string
}) => Promise<Contestant>
