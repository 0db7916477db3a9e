import { type Board, emptyBoard, foldAll } from '@night/shared/board'
import { declaredSeats } from '@night/shared/declared'
import type { Head } from '@night/shared/chain'
import type { NightEvent } from '@night/shared/event'
import type { Mode, NightDefinition, NightSummary } from '@night/shared/night'
import { saidAt } from '@night/shared/said-at'

/** A night in memory: what was known before, its log so far, and the board folded from it. */
export type Night = {
  readonly definition: NightDefinition
  readonly mode: Mode
  readonly run: number
  readonly events: readonly NightEvent[]
  readonly board: Board
}

export const emptyNight = (definition: NightDefinition, mode: Mode, run: number): Night =>
  folding({ definition, mode, run, events: [] }, { from: emptyBoard(definition, mode), rest: [] })

export const withEvents = (night: Night, events: readonly NightEvent[]): Night => {
  const { definition, mode, run } = night
  const { from, rest } = foldings.get(night) ?? { from: night.board, rest: [] }
  return folding(
    { definition, mode, run, events: [...night.events, ...events] },
    { from, rest: [...rest, ...events] },
  )
}

type Folding = { readonly from: Board; readonly rest: readonly NightEvent[] }

/** From which board, and over what, the board of a night is to be folded; until somebody has asked for it. */
const foldings = new WeakMap<Night, Folding>()

/** Screens are sent events before anybody asks for a board, and in a flood nobody asks for most of them. */
const folding = (night: Omit<Night, 'board'>, { from, rest }: Folding): Night => {
  let board: Board | null = null
  const lazy: Night = {
    ...night,
    get board() {
      foldings.delete(lazy)
      return (board ??= foldAll(from, rest))
    },
  }
  foldings.set(lazy, { from, rest })
  return lazy
}

/**
 * Exactly what a screen at `since` has missed; null when that cannot be said, since its history is not this log's.
 * There is no third case. [FEED3 FEED4]
 */
export const missed = ({ events }: Night, since: Head): readonly NightEvent[] | null => {
  const known = since.seq === 0 ? '' : events[since.seq - 1]?.hash
  return known === since.hash ? events.slice(since.seq) : null
}

/**
 * The board as it stood at a time on the night's clock (milliseconds): the log until something later was said. A
 * correction has the time of what it corrects, and was not known before it was published. [FEED8]
 */
export const boardAt = ({ definition, mode, events }: Night, at: number): Board => {
  const later = events.findIndex((event) => event.kind !== 'opened' && saidAt(event) > at)
  return foldAll(emptyBoard(definition, mode), later === -1 ? events : events.slice(0, later))
}

export const summary = ({ definition, mode, board }: Night): NightSummary => {
  const { id, title, kind, date, pollsClose, contests } = definition
  return {
    id,
    title,
    kind,
    mode,
    date,
    pollsClose,
    constituencies: contests.length,
    declared: declaredSeats(board).length,
    seq: board.seq,
    state: mode === 'recorded' ? 'closed' : board.state,
  }
}
