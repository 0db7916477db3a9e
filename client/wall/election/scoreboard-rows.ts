import type { Board } from '@night/shared/board'
import { defending } from '@night/shared/tally/defending'
import { signed, signedCount } from '@night/shared/tally/figure'
import { isPerson } from '@night/shared/tally/person'
import { stateOfParties } from '@night/shared/tally/parties'

export type ScoreRow = {
  readonly party: string
  readonly seats: number
  /** Null before the first declaration, when the seats are those that a party defends. */
  readonly net: string | null
  readonly share: string | null
  readonly change: string | null
}

/** So many parties have a row of their own on the wall. */
const scoreRows = 6

/** Parties with most seats so far; persons without a party are none. Before the first declaration, what each has to defend. [GEW1 GEW3] */
export const scoreRowsOf = (board: Board, isQuiet: boolean): ScoreRow[] =>
  (isQuiet ? defended(board) : declared(board))
    .filter(({ party }) => !isPerson(party))
    .slice(0, scoreRows)

const defended = (board: Board): ScoreRow[] =>
  defending(board).map(({ party, seats }) => ({
    party,
    seats,
    net: null,
    share: null,
    change: null,
  }))

/** Without a seat won or lost, a party of less is not among the first. */
const smallest = 0.02

const declared = (board: Board): ScoreRow[] =>
  stateOfParties(board)
    .filter(({ seats, net, share }) => seats > 0 || net !== 0 || share.value >= smallest)
    .map(({ party, seats, net, share, change }) => ({
      party,
      seats,
      net: signedCount(net),
      share: share.printed,
      change: change && signed(change.printed),
    }))

/** Seats at the right end of the bars: the line to a majority stands at three quarters, unless somebody is far beyond. */
export const scaleOf = (rows: readonly ScoreRow[], majority: number): number =>
  Math.max(Math.ceil(majority / 0.76), ...rows.map(({ seats }) => seats))
