import { type Board, emptyBoard, foldAll } from '@night/shared/board'
import type { NightDefinition } from '@night/shared/night'
import type { Tape } from './tape.ts'

type Boards = {
  /** The board when so many entries are told. */
  readonly at: (count: number) => Board
}

/** Entries from one kept board to the next. */
const step = 25

/**
 * The night's boards. Some are kept, so that seats of which nothing new was said are the same objects wherever a replay
 * goes, and nothing of them is drawn again. [RPY7]
 */
export const createBoards = (definition: NightDefinition, { entries }: Tape): Boards => {
  const events = entries.map(({ event }) => event)
  const kept: Board[] = [emptyBoard(definition, 'replay')]
  const keptAt = (place: number): Board => {
    const known = kept[place]
    if (known) return known
    const board = foldAll(keptAt(place - 1), events.slice((place - 1) * step, place * step))
    kept[place] = board
    return board
  }
  return {
    at: (count) => {
      const place = Math.floor(count / step)
      return foldAll(keptAt(place), events.slice(place * step, count))
    },
  }
}
