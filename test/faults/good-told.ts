import { emptyBoard, foldAll } from '@night/shared/board'
import { emptyHead, type Head, link } from '@night/shared/chain'
import type { NightEvent } from '@night/shared/event'
import type { NightDefinition, OpenMode } from '@night/shared/night'
import { stateOfParties } from '@night/shared/tally/parties'
import { sha256 } from '@night/worker/sha256'
import type { Shown } from './history.ts'

/** A log, and who stands where in it. */
export type Told = { readonly definition: NightDefinition; readonly log: readonly NightEvent[] }

/** The same events, one after another from the start, each with the place and the hash that it then has. */
export const chainedAnew = (events: readonly NightEvent[]): NightEvent[] => {
  let head: Head = emptyHead
  return events.map(({ seq: _seq, hash: _hash, ...rest }) => {
    const placed = link(head, rest, sha256)
    head = placed
    return placed
  })
}

/** The same night under another name and mode. */
export const as = ({ definition, log }: Told, night: string, mode: OpenMode): Told => ({
  definition: { ...definition, id: night },
  log: chainedAnew(log.map((event) => ({ ...event, night, mode }))),
})

/** What a screen shows after each event, by the house's own count; `[0]` before the first. */
export const shownAlong = ({ definition, log }: Told): Shown[] => {
  let board = emptyBoard(definition, 'live')
  return [shownOn(board), ...log.map((event) => shownOn((board = foldAll(board, [event]))))]
}

/** What a screen shows of a board. */
export const shownOn = (board: ReturnType<typeof emptyBoard>): Shown => {
  const parties = stateOfParties(board)
  return {
    seats: Object.fromEntries(parties.map(({ party, seats }) => [party, seats])),
    votes: Object.fromEntries(parties.map(({ party, votes }) => [party, votes])),
  }
}
