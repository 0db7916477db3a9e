import { saidAt } from '@night/shared/said-at'
import { milliseconds } from '@night/shared/time'
import { isStatement } from '../../statement.ts'
import { type Chapter, chaptersOf } from '../chapters.ts'
import type { LoggedNight } from '../read-night.ts'
import { countAt, type Place, type Tape, tapeByDeclaration } from '../tape.ts'

/** A room's night: in the log's order, each when it was said, as the conductor plays it, and no longer than asked. */
export const roomTape = ({ events, definition }: LoggedNight, to: string): Tape => {
  const played = events.filter(
    (event) => event.kind === 'opened' || saidAt(event) <= milliseconds(to),
  )
  return tapeByDeclaration({ events: played, pollsClose: definition.pollsClose })
}

/** Its chapters; of one that ends before its night nobody knows the last. [RPY5] */
export const roomChapters = (tape: Tape, { definition, events }: LoggedNight): Chapter[] =>
  chaptersOf(tape, definition, tape.entries.length === events.length)

/**
 * A room stands at a time, and what was declared in one minute comes together: what came before is looked for from the
 * first of those that came last. [RPR1]
 */
export const placeBefore = (tape: Tape, time: number): Place => {
  const told = tape.entries.slice(0, countAt(tape, time))
  const last = told.findLast(({ event }) => isStatement(event))
  const first = told.findIndex((entry) => isStatement(entry.event) && entry.time === last?.time)
  return { time, count: first < 0 ? told.length : first + 1 }
}
