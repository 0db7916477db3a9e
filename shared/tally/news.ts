import type { Board } from '../board.ts'
import type { DeclaredSeat } from '../declared.ts'
import { onceFor } from '../once-for.ts'
import { worthSaying } from '../tale.ts'
import { declaredIn } from './seats.ts'

/**
 * The first so many declared seats, the latest minute first; within a minute by news value: gains, then the weight of
 * the records that stand, then the closest majority. [TAL12]
 */
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

/** Declared seats minute by minute, the latest first. */
const minutesOf = onceFor((board: Board): readonly (readonly DeclaredSeat[])[] => {
  const byMinute = new Map<string, DeclaredSeat[]>()
  for (const seat of declaredIn(board)) {
    const seats = byMinute.get(minuteOf(seat))
    if (seats) seats.push(seat)
    else byMinute.set(minuteOf(seat), [seat])
  }
  return [...byMinute].toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([, seats]) => seats)
})

/** "2024-07-05T03:40": instants have one form, so they compare as text. */
const minuteOf = ({ latest }: DeclaredSeat): string => latest.at.slice(0, 16)

/** Which of two results is the greater news: negative where it is the first. */
const compareNews = (a: DeclaredSeat, b: DeclaredSeat): number =>
  gains(b) - gains(a) ||
  weight(b) - weight(a) ||
  a.latest.result.majority.share - b.latest.result.majority.share ||
  a.latest.seq - b.latest.seq

const gains = ({ latest }: DeclaredSeat): number => Number(latest.result.verdict.kind === 'gain')

/** Sorting asks again and again. */
const weight = onceFor(({ records }: DeclaredSeat): number => worthSaying(records)[0]?.weight ?? 0)
