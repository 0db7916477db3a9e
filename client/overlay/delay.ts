import type { Board } from '@night/shared/board'
import { milliseconds } from '@night/shared/time'
import { lastSaid } from '../statement.ts'

type Known = { readonly board: Board; readonly from: number }

/** Boards that were heard, the earliest first, each with when it became known; times are the screen's own. */
type DelayLine = readonly Known[]
export const emptyLine: DelayLine = []

/**
 * The line with one more board. The first may hold news that is older than this screen: that became known when it was
 * published, not when the page was opened. [OVL2]
 */
export const withBoard = (line: DelayLine, board: Board, now: number): DelayLine => {
  const last = line.at(-1)
  if (last?.board === board) return line
  return [...line, { board, from: last ? now : Math.min(now, publishedAt(board)) }]
}

const publishedAt = (board: Board): number => {
  const said = lastSaid(board)
  return said === null ? -Infinity : milliseconds(said.statement.publishedAt)
}

/** The board as it stood so many seconds ago; null while nothing was known yet. */
export const boardShown = (line: DelayLine, delay: number, now: number): Board | null =>
  line.findLast(({ from }) => from <= now - delay * 1000)?.board ?? null

/** The line without what will never be shown again. */
export const shortened = (line: DelayLine, delay: number, now: number): DelayLine => {
  const shown = line.findLastIndex(({ from }) => from <= now - delay * 1000)
  return shown > 0 ? line.slice(shown) : line
}
