import type { Board, DeclaredSeat } from '../board.ts'
import { worthSaying } from '../tale.ts'
import { declaredIn } from './seats.ts'

/**
 * Declared seats, the latest minute first; within a minute by news value: gains, then the weight of the records that
 * stand, then the closest majority. [TAL12]
 */
export const byNewsValue = (board: Board): DeclaredSeat[] =>
  declaredIn(board).toSorted((a, b) => {
    const [one, other] = [minuteOf(a), minuteOf(b)]
    if (one !== other) return one < other ? 1 : -1
    return compareNews(a, b)
  })

/** Everything declared in the same minute as the last, by news value: in the rush a dozen, mostly one. [TAL12] */
export const lastMinute = (board: Board): DeclaredSeat[] => {
  const seats = declaredIn(board)
  const last = seats.reduce(
    (latest, seat) => (minuteOf(seat) > latest ? minuteOf(seat) : latest),
    '',
  )
  return seats.filter((seat) => minuteOf(seat) === last).toSorted(compareNews)
}

/** "2024-07-05T03:40": instants have one form, so they compare as text. */
const minuteOf = ({ latest }: DeclaredSeat): string => latest.at.slice(0, 16)

/** Which of two results is the greater news: negative where it is the first. */
const compareNews = (a: DeclaredSeat, b: DeclaredSeat): number =>
  gains(b) - gains(a) ||
  weight(b) - weight(a) ||
  a.latest.result.majority.share - b.latest.result.majority.share ||
  a.latest.seq - b.latest.seq

const gains = ({ latest }: DeclaredSeat): number => Number(latest.result.verdict.kind === 'gain')

const weights = new WeakMap<DeclaredSeat, number>()

/** Worked out once for a seat as it stands, since sorting asks again and again. */
const weight = (seat: DeclaredSeat): number => {
  const known = weights.get(seat) ?? worthSaying(seat.records)[0]?.weight ?? 0
  weights.set(seat, known)
  return known
}
