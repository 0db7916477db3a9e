import type { Board } from '../board.ts'
import type { DeclaredSeat } from '../declared.ts'
import { declaredIn } from './seats.ts'
import type { Pair } from './swing.ts'

const byName = (a: DeclaredSeat, b: DeclaredSeat): number =>
  a.contest.constituency.name < b.contest.constituency.name ? -1 : 1

/** Declared seats, the smallest majority in votes first. [TAL16] */
export const closest = (board: Board): DeclaredSeat[] =>
  declaredIn(board).toSorted(
    (a, b) => a.latest.result.majority.votes - b.latest.result.majority.votes || byName(a, b),
  )

/** Declared seats whose swing was between these two, either way, the largest first. [TAL16] */
export const swungMost = (board: Board, { from, to }: Pair): DeclaredSeat[] => {
  const points = ({ latest }: DeclaredSeat): number => latest.result.swing?.points ?? 0
  return declaredIn(board)
    .filter(({ latest }) => {
      const { swing } = latest.result
      return swing !== null && [from, to].includes(swing.from) && [from, to].includes(swing.to)
    })
    .toSorted((a, b) => points(b) - points(a) || byName(a, b))
}
