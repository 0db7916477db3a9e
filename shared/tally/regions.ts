import type { Board, Seat } from '../board.ts'
import type { DeclaredSeat } from '../declared.ts'
import { partiesIn, type PartyState } from './parties.ts'
import { declaredIn } from './seats.ts'

/** How a region or a country stands. */
type PlaceState = {
  readonly name: string
  readonly declared: number
  readonly total: number
  readonly parties: readonly PartyState[]
}

/** The state of the parties in each region, by name; a region without a declaration is there too. [TAL7] */
export const stateByRegion = (board: Board): PlaceState[] =>
  stateBy(board, ({ contest }) => contest.constituency.region)

/** The same for each country. */
export const stateByCountry = (board: Board): PlaceState[] =>
  stateBy(board, ({ contest }) => contest.constituency.country)

const stateBy = (board: Board, nameOf: (seat: Seat) => string): PlaceState[] => {
  const totals = new Map<string, number>()
  for (const seat of Object.values(board.seatsById)) {
    totals.set(nameOf(seat), (totals.get(nameOf(seat)) ?? 0) + 1)
  }
  const declared = declaredIn(board)
  return [...totals]
    .map(([name, total]) =>
      placeState(
        name,
        total,
        declared.filter((seat) => nameOf(seat) === name),
      ),
    )
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

const placeState = (
  name: string,
  total: number,
  declared: readonly DeclaredSeat[],
): PlaceState => ({ name, declared: declared.length, total, parties: partiesIn(declared) })
