import { declaredSeats, type DeclaredSeat } from '@night/shared/declared'
import { grouped } from '@night/shared/figures'
import type { Result } from '@night/shared/result'
import { clockTime } from '@night/shared/time'
import { fromWords } from '@night/shared/words'
import type { Mark } from '../address.ts'
import type { Scene } from '../scene.ts'
import { tallyWords } from '../../night-words.ts'

export type TickerLine = {
  readonly seat: string
  readonly name: string
  readonly verdict: Pick<Result['verdict'], 'kind' | 'party'>
  /** What the figure is: "Majority", or that a lot was drawn. */
  readonly label: string
  readonly majority: string
  /** "from CON" on a gain, else nothing. */
  readonly from: string
  readonly when: string
}

/** One page of the ticker as data: one result, since a bar of three is read by nobody. */
export type TickerPicture = {
  readonly mark: Mark
  readonly tally: string
  readonly line: TickerLine
}

const mostLines = 12

/** The latest results one after the other, round and round; nothing before the first. [OVL9] */
export const tickerPicture = ({ board, mark, turn }: Scene): TickerPicture | null => {
  const latest = declaredSeats(board).slice(0, mostLines)
  const seat = latest[turn % Math.max(1, latest.length)]
  return seat ? { mark, tally: tallyWords(board), line: tickerLine(seat) } : null
}

/** A result as a line. */
export const tickerLine = ({
  latest: { constituency, result, at, kind },
}: DeclaredSeat): TickerLine => ({
  seat: constituency.id,
  name: constituency.name,
  verdict: { kind: result.verdict.kind, party: result.verdict.party },
  label: result.decidedByLot ? 'Majority, by lot' : 'Majority',
  majority: grouped(result.majority.votes),
  from: fromWords(result),
  when: kind === 'corrected' ? 'Corrected' : clockTime(at),
})
