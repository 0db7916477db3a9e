import type { Board } from '@night/shared/board'
import { fraction } from '@night/shared/figures'
import { defending } from '@night/shared/tally/defending'
import { shareFigure, signed, signedCount } from '@night/shared/tally/figure'
import { isPerson } from '@night/shared/party'
import { type PartyState, stateOfParties } from '@night/shared/tally/parties'

export type ScoreRow = {
  readonly party: string
  readonly seats: number
  /** Null before the first declaration, when the seats are those that a party defends. */
  readonly net: string | null
  readonly share: string | null
  readonly change: string | null
}

/** All who have no row of their own, together; a change of their share would be nobody's. */
type Others = Omit<ScoreRow, 'party' | 'change'>

type Score = {
  readonly rows: readonly ScoreRow[]
  /** Null where they have no seat. */
  readonly others: Others | null
}

/** So many parties have a row of their own on the wall. */
const scoreRows = 6

/**
 * Parties with most seats so far, and the rest together; a person without a party is of the rest. Before the first
 * declaration, what each has to defend. [GEW1 GEW3]
 */
export const scoreOf = (board: Board, isQuiet: boolean): Score =>
  isQuiet ? defended(board) : declared(stateOfParties(board))

const defended = (board: Board): Score => {
  const all = defending(board)
  const named = all.filter(({ party }) => !isPerson(party)).slice(0, scoreRows)
  const none = { net: null, share: null }
  const rows = named.map(({ party, seats }) => ({ party, seats, ...none, change: null }))
  const left = seatsOf(all) - seatsOf(named)
  return { rows, others: left === 0 ? null : { seats: left, ...none } }
}

/** Without a seat won or lost, a party of less is not among the first. */
const smallest = 0.02

const declared = (all: readonly PartyState[]): Score => {
  const named = all
    .filter(
      ({ party, seats, net, share }) =>
        !isPerson(party) && (seats > 0 || net !== 0 || share.value >= smallest),
    )
    .slice(0, scoreRows)
  return {
    rows: named.map(({ party, seats, net, share, change }) => ({
      party,
      seats,
      net: signedCount(net),
      share: share.printed,
      change: change && signed(change.printed),
    })),
    others: othersOf(
      all.filter((one) => !named.includes(one)),
      all,
    ),
  }
}

const othersOf = (rest: readonly PartyState[], all: readonly PartyState[]): Others | null => {
  const seats = seatsOf(rest)
  if (seats === 0) return null
  const share = fraction(votesOf(rest), votesOf(all))
  const net = rest.reduce((sum, one) => sum + one.net, 0)
  return { seats, net: signedCount(net), share: shareFigure(share).printed }
}

const seatsOf = (all: readonly Pick<ScoreRow, 'seats'>[]): number =>
  all.reduce((sum, { seats }) => sum + seats, 0)
const votesOf = (all: readonly Pick<PartyState, 'votes'>[]): number =>
  all.reduce((sum, { votes }) => sum + votes, 0)

/** Seats at the right end of the bars: the line to a majority stands at three quarters, unless somebody is far beyond. */
export const scaleOf = (rows: readonly ScoreRow[], majority: number): number =>
  Math.max(Math.ceil(majority / 0.76), ...rows.map(({ seats }) => seats))
