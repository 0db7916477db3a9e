import { baselineVotes, baselineWinner } from '../baseline.ts'
import type { Board, Seat } from '../board.ts'
import type { Baseline } from '../contest.ts'
import { type Fraction, fraction, minus, times } from '../figures.ts'
import { type Figure, pointsFigure } from './figure.ts'
import { type Pair, type SwingSoFar, swingSoFar } from './swing.ts'

/** Taken: by the attacker. Lost: by the defender, to somebody else. */
export type TargetState = 'awaited' | 'taken' | 'held' | 'lost'

/** A seat of the defender's that the attacker might take. */
export type Target = {
  readonly seat: Seat
  /** Its place in the list, from 1. */
  readonly place: number
  /** The swing that would bring the two level, in points. */
  readonly needed: Figure
  readonly state: TargetState
  readonly winner: string | null
  /** Level or less at the swing so far. */
  readonly fallsAtSwing: boolean
}

export type Battleground = Pair & {
  readonly targets: readonly Target[]
  readonly swing: SwingSoFar | null
  /** Targets that fall at the swing so far, declared or not; they are the first ones. */
  readonly falling: number
}

/**
 * The seats that `from` defends against `to`, those that need the least swing first, with what became of them, and
 * how far down the list the swing so far reaches. [TAL8 TAL9]
 */
export const battleground = (board: Board, pair: Pair): Battleground => {
  const swing = swingSoFar(board, pair)
  // A swing the other way reaches nobody.
  const reach = swing !== null && swing.to === pair.to ? swing.points.value : null
  const targets = Object.values(board.seatsById)
    .flatMap((seat) => targetOf(seat, pair))
    .toSorted((a, b) => order(a.fraction, b.fraction) || (nameOf(a.seat) < nameOf(b.seat) ? -1 : 1))
    .map(({ fraction: needed, ...target }, index): Target => {
      const figure = pointsFigure(needed)
      return {
        ...target,
        place: index + 1,
        needed: figure,
        fallsAtSwing: reach !== null && figure.value <= reach,
      }
    })
  return {
    ...pair,
    targets,
    swing,
    falling: targets.filter(({ fallsAtSwing }) => fallsAtSwing).length,
  }
}

type Draft = Pick<Target, 'seat' | 'state' | 'winner'> & { readonly fraction: Fraction }

const targetOf = (seat: Seat, pair: Pair): Draft[] => {
  const needed = seat.contest.previous && neededBy(seat.contest.previous, pair)
  if (!needed) return []
  const winner = seat.latest?.result.verdict.party ?? null
  return [{ seat, fraction: needed, winner, state: stateOf(winner, pair) }]
}

/** The swing that would bring the two level, in points: half the lead that has to fall. */
export const swingNeeded = (previous: Baseline, { from, to }: Pair): Fraction =>
  times(
    fraction(baselineVotes(previous, from) - baselineVotes(previous, to), previous.valid),
    100,
    2,
  )

/** Null where the seat is not the defender's, or the attacker was not there. */
const neededBy = (previous: Baseline, pair: Pair): Fraction | null => {
  const { from, to } = pair
  if (baselineWinner(previous) !== from || baselineVotes(previous, to) === 0 || from === to) {
    return null
  }
  return swingNeeded(previous, pair)
}

const stateOf = (winner: string | null, { from, to }: Pair): TargetState => {
  if (winner === null) return 'awaited'
  if (winner === to) return 'taken'
  return winner === from ? 'held' : 'lost'
}

const order = (a: Fraction, b: Fraction): number => {
  const { top } = minus(a, b)
  return top < 0n ? -1 : Number(top > 0n)
}

const nameOf = ({ contest }: Seat): string => contest.constituency.name
