import type { Board } from '@night/shared/board'
import { type Phase, phaseOf } from '../night-words.ts'
import type { Statement } from '../statement.ts'

/** The result that was last seen to arrive, and when; a wall that is opened later has seen none. */
export type Moment = { readonly hash: string; readonly at: number }
export const noMoment: Moment = { hash: '', at: Number.NEGATIVE_INFINITY }

/** How long a result keeps the strap to itself after the night was closed. */
const stays = 20_000

export const momentAfter = (before: Moment, arrived: readonly Statement[], now: number): Moment => {
  const last = arrived.at(-1)
  return last ? { hash: last.hash, at: now } : before
}

/** The picture to draw: the night's summary waits until the last declaration has had its moment. [WALL5] */
export const pictureOf = (board: Board, moment: Moment, now: number): Phase => {
  const phase = phaseOf(board)
  return phase === 'closed' && now - moment.at < stays ? 'declared' : phase
}
