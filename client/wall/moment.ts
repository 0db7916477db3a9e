import type { Board } from '@night/shared/board'
import { type Phase, phaseOf } from '../night-words.ts'
import type { Statement } from '../statement.ts'

/** What was last seen to arrive, all of it that came together, and when; a wall that is opened later has seen none. */
export type Moment = {
  readonly hash: string
  readonly hashes: readonly string[]
  readonly seats: readonly string[]
  readonly at: number
}
export const noMoment: Moment = { hash: '', hashes: [], seats: [], at: Number.NEGATIVE_INFINITY }

/** How long a result keeps the strap to itself after the night was closed. */
const stays = 20_000

export const momentAfter = (before: Moment, arrived: readonly Statement[], now: number): Moment => {
  const last = arrived.at(-1)
  if (!last) return before
  return {
    hash: last.hash,
    hashes: arrived.map(({ hash }) => hash),
    seats: arrived.map(({ constituency }) => constituency.id),
    at: now,
  }
}

/** The picture to draw: the night's summary waits until the last declaration has had its moment. [WALL5] */
export const pictureOf = (board: Board, moment: Moment, now: number): Phase => {
  const phase = phaseOf(board)
  return phase === 'closed' && now - moment.at < stays ? 'declared' : phase
}
