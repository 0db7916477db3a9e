import { type Board, declaredSeats, type DeclaredSeat } from '../board.ts'
import { worthSaying } from '../tale.ts'
import { milliseconds } from '../time.ts'

/**
 * Declared seats, the latest minute first; within a minute by news value: gains, then the weight of the records that
 * stand, then the closest majority. [TAL12]
 */
export const byNewsValue = (board: Board): DeclaredSeat[] =>
  declaredSeats(board).toSorted((a, b) => minuteOf(b) - minuteOf(a) || compareNews(a, b))

/** Everything declared in the same minute as the last, by news value: in the rush a dozen, mostly one. [TAL12] */
export const lastMinute = (board: Board): DeclaredSeat[] => {
  const seats = byNewsValue(board)
  const [first] = seats
  return first ? seats.filter((seat) => minuteOf(seat) === minuteOf(first)) : []
}

const minuteOf = ({ latest }: DeclaredSeat): number => Math.floor(milliseconds(latest.at) / 60_000)

/** Which of two results is the greater news: negative where it is the first. */
export const compareNews = (a: DeclaredSeat, b: DeclaredSeat): number =>
  gains(b) - gains(a) ||
  weight(b) - weight(a) ||
  a.latest.result.majority.share - b.latest.result.majority.share ||
  a.latest.seq - b.latest.seq

const gains = ({ latest }: DeclaredSeat): number => Number(latest.result.verdict.kind === 'gain')
const weight = ({ records }: DeclaredSeat): number => worthSaying(records)[0]?.weight ?? 0
