import { baselineWinner } from '../baseline.ts'
import type { Board, Seat } from '../board.ts'
import { votesInWords } from '../figures.ts'
import { sinceYear } from '../held-since.ts'
import { partyOf } from '../party.ts'
import { capitalised } from '../tale.ts'
import { days } from '../time.ts'
import { defending } from './defending.ts'

/** A seat to watch, and why. */
export type KeySeat = { readonly seat: Seat; readonly why: string }

/** Majorities that a few doors decide, and years after which a seat is called a fortress. */
const close = 500
const long = 95

/**
 * Seats to watch, from what is known before the polls close: those that the newsroom named, the Speaker's, a party's
 * only one, the closest majorities, and those that have not changed hands for 95 years, in that order. The first
 * reason counts. [TAL14]
 */
export const keySeats = (board: Board): KeySeat[] => {
  const known = knownBefore(board)
  return Object.values(board.seatsById)
    .flatMap((seat) => reasonFor(seat, known))
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        a.seat.contest.constituency.name.localeCompare(b.seat.contest.constituency.name),
    )
    .map(({ seat, why }) => ({ seat, why }))
}

/** Why one seat is to be watched; null where nothing says so. [TAL14] */
export const keySeatWhy = (board: Board, seat: Seat): string | null =>
  reasonFor(seat, knownBefore(board))[0]?.why ?? null

const knownBefore = (board: Board): Known => ({
  defended: new Map(defending(board).map(({ party, seats }) => [party, seats])),
  date: board.night.date,
})

type Known = { readonly defended: ReadonlyMap<string, number>; readonly date: string }
type Reason = KeySeat & { readonly rank: number }

const reasonFor = (seat: Seat, { defended, date }: Known): Reason[] => {
  const { previous, heldSince, keySeat } = seat.contest
  if (keySeat !== undefined) return [{ seat, why: keySeat, rank: -1 }]
  if (previous === null) return []
  const party = baselineWinner(previous)
  const name = capitalised(partyOf(party).name)
  if (party === 'spk') return [{ seat, why: 'The Speaker’s seat', rank: 0 }]
  if (party !== 'ind' && defended.get(party) === 1) {
    return [{ seat, why: `The only seat of ${partyOf(party).name}`, rank: 1 }]
  }
  if (previous.majority < close) {
    const why = `${name} by ${votesInWords(previous.majority)} last time`
    return [{ seat, why, rank: 2 + previous.majority }]
  }
  if (heldSince !== null && days(heldSince, date) > long * 365) {
    return [{ seat, why: `${name} since ${sinceYear(heldSince)}`, rank: 2 + close }]
  }
  return []
}
