import type { Board } from '@night/shared/board'
import type { Reason } from '@night/shared/reason'
import type { Contest } from '@night/shared/contest'
import type { UnplacedEvent } from '@night/shared/event'
import type { Instant } from '@night/shared/instant'
import type { Table } from '@night/shared/records/facts'
import type { Release } from '@night/shared/ruling'
import type { Submission } from '@night/shared/submission'

/** What a submission about a seat is decided on: the night so far, who stands there, and the almanac. */
export type Matter<Kind extends Submission['kind']> = {
  readonly submission: Extract<Submission, { kind: Kind }>
  readonly contest: Contest
  readonly board: Board
  readonly table: Table
  readonly publishedAt: Instant
}

/** What becomes of it. */
export type Decision =
  | { readonly outcome: 'publish'; readonly event: UnplacedEvent }
  | { readonly outcome: 'held'; readonly reasons: readonly Reason[] }

/** Whether what may be let through is let through: by somebody at the desk, or since it is of a night that was decided. */
export const wasDecided = (release: Release | undefined, board: Board): boolean =>
  release !== undefined || isOfRecordings(board)

/** Whether all of a night was decided before, on its own night. */
export const isOfRecordings = ({ night }: Board): boolean =>
  night.mode === 'replay' || night.mode === 'recorded'

/**
 * What an event says of a ruling that let it through: nothing where nothing was overruled. A recording knows what was,
 * also where it has not what spoke against it, as a majority that was misread.
 */
export const overruling = (
  release: Release | undefined,
  found: string[],
): { readonly released?: Release & { overruled: string[] } } => {
  const overruled = release?.overruled ?? found
  return release === undefined || overruled.length === 0
    ? {}
    : { released: { ...release, overruled } }
}

/** Held back for one reason. */
export const held = (code: Reason['code'], words: string): Decision => ({
  outcome: 'held',
  reasons: [{ code, words }],
})
