import { type Board, fold, foldAway } from '@night/shared/board'
import type { NightEvent } from '@night/shared/event'
import { type Accepted, isWithTheDesk, submissionIn } from './accepted.ts'
import { decisionOn, type Facts, type KnownNight } from './decision.ts'
import { linked } from './linked.ts'
import type { Entry } from './log.ts'

type Waiting = { readonly id: string; readonly found: Accepted | undefined }

/** Entries that follow one another, and the board after the last of them. */
type Run = { readonly entries: readonly Entry[]; readonly board: Board }

/**
 * The first of a run, and those behind it in the queue's order, each decided on the night as it stands after the one
 * before; up to the first that is not simply published, which waits for its own turn. [LOG5]
 */
export const runOf = (
  first: Entry,
  waiting: readonly Waiting[],
  { night, facts }: { readonly night: KnownNight; readonly facts: Facts },
): Run => {
  const entries = [first]
  let board = fold(night.board, first.event)
  for (const one of waiting) {
    const event = eventOf(one, { ...night, board }, facts)
    if (!event) break
    entries.push({ id: one.id, event })
    board = foldAway(board, event)
  }
  return { entries, board }
}

const eventOf = ({ id, found }: Waiting, night: KnownNight, facts: Facts): NightEvent | null => {
  if (isWithTheDesk(found)) return null
  try {
    const decision = decisionOn(submissionIn(id, found), night, facts)
    return decision.outcome === 'held' ? null : linked(night.board, decision.event)
  } catch {
    // Another night's, or one that cannot be worked out: it says so itself when its turn comes.
    return null
  }
}
