import { type Board, emptyBoard, fold } from '@night/shared/board'
import { emptyHead, type Head } from '@night/shared/chain'
import type { NightEvent } from '@night/shared/event'
import { definitionsKey, nightKeys } from '@night/shared/names'
import { NightDefinition, type OpenNight } from '@night/shared/night'
import type { Redis } from 'ioredis'
import { readOn } from '../log.ts'

/** A night folded as far as it was matched, and what comes after it. */
type Unmatched = { readonly board: Board; readonly events: readonly NightEvent[] }

/** Remembers each night's board where matching stands, and reads on from there. */
export const createMatchedNights = (redis: Redis) => {
  const boards = new Map<string, { readonly run: number; readonly board: Board }>()

  const boardAt = async (open: OpenNight, head: Head): Promise<Board> => {
    const known = boards.get(open.id)
    if (known?.run === open.run && known.board.hash === head.hash) return known.board
    const text = await redis.hget(definitionsKey, open.id)
    const definition = NightDefinition.parse(JSON.parse(text ?? 'null'))
    const empty = emptyBoard(definition, open.mode)
    const events = await readOn(redis, logOf(open), emptyHead)
    const board = events.filter(({ seq }) => seq <= head.seq).reduce(fold, empty)
    // A log that was cut back is matched from its start: what was said already is known by its id.
    return board.hash === head.hash ? board : empty
  }

  return {
    after: async (open: OpenNight, head: Head): Promise<Unmatched> => {
      const board = await boardAt(open, head)
      boards.set(open.id, { run: open.run, board })
      return { board, events: await readOn(redis, logOf(open), board) }
    },
    remember: (open: OpenNight, board: Board): void => {
      boards.set(open.id, { run: open.run, board })
    },
    forget: (night: string): void => void boards.delete(night),
    /** Of these and no others. */
    keepOnly: (open: readonly OpenNight[]): void => {
      const ids = new Set(open.map(({ id }) => id))
      for (const id of boards.keys()) if (!ids.has(id)) boards.delete(id)
    },
  }
}
export type MatchedNights = ReturnType<typeof createMatchedNights>

export const logOf = ({ mode, id, run }: OpenNight): string => nightKeys(mode, id, run).log
