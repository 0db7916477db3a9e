import type { Board } from '@night/shared/board'
import { type PartyState, stateOfParties } from '@night/shared/tally/parties'
import { stateByCountry, stateByRegion } from '@night/shared/tally/regions'
import { tallyWords } from '../night-words.ts'

type Standing = Pick<PartyState, 'party' | 'seats' | 'net'>

/** How many have declared, and how the parties stand there. */
type Standings = {
  readonly words: string
  readonly parties: readonly Standing[]
  /** All that have no place of their own, together; null where they won and lost nothing. */
  readonly others: Omit<Standing, 'party'> | null
}

/** Parties that have a place in one line. */
const most = 7

/** Of the whole night, or of the region or country that is chosen: the seats add up to those that declared. [DSK13] */
export const standingsIn = (board: Board, place: string): Standings => {
  const { words, parties } = stateIn(board, place)
  const told = parties.filter(({ seats, net }) => seats > 0 || net !== 0)
  const rest = told.slice(most)
  const sum = (of: 'seats' | 'net'): number => rest.reduce((all, one) => all + one[of], 0)
  return {
    words,
    parties: told.slice(0, most),
    others: rest.length === 0 ? null : { seats: sum('seats'), net: sum('net') },
  }
}

const stateIn = (board: Board, place: string) => {
  const found =
    place === ''
      ? undefined
      : [...stateByCountry(board), ...stateByRegion(board)].find(({ name }) => name === place)
  if (!found) return { words: tallyWords(board), parties: stateOfParties(board) }
  const { name, declared, total, parties } = found
  return { words: `${name}: ${declared} of ${total} declared`, parties }
}
