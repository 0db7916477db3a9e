import type { Board } from '../board.ts'
import type { DeclaredSeat } from '../declared.ts'
import { worthSaying } from '../tale.ts'
import { declaredIn } from './seats.ts'

/**
 * Declared seats, the latest minute first; within a minute by news value: gains, then the weight of the records that
 * stand, then the closest majority. [TAL12]
 */
export const byNewsValue = (board: Board): DeclaredSeat[] =>
  minutesOf(board).flatMap((seats) => seats.toSorted(compareNews))

/** The first so many of them, in the time that those take. */
export const firstNews = (board: Board, count: number): DeclaredSeat[] => {
  const first: DeclaredSeat[] = []
  for (const seats of minutesOf(board)) {
    if (first.length >= count) break
    first.push(...seats.toSorted(compareNews))
  }
  return first.slice(0, count)
}

/** Everything declared in the same minute as the last, by news value: in the rush a dozen, mostly one. [TAL12] */
export const lastMinute = (board: Board): DeclaredSeat[] =>
  minutesOf(board)[0]?.toSorted(compareNews) ?? []

const minutesByBoard = new WeakMap<Board, readonly (readonly DeclaredSeat[])[]>()

/** Declared seats minute by minute, the latest first; worked out once for a board. */
const minutesOf = (board: Board): readonly (readonly DeclaredSeat[])[] => {
  const known = minutesByBoard.get(board)
  if (known) return known
  const byMinute = new Map<string, DeclaredSeat[]>()
  for (const seat of declaredIn(board)) {
    const seats = byMinute.get(minuteOf(seat))
    if (seats) seats.push(seat)
    else byMinute.set(minuteOf(seat), [seat])
  }
  const minutes = [...byMinute].toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([, seats]) => seats)
  minutesByBoard.set(board, minutes)
  return minutes
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
