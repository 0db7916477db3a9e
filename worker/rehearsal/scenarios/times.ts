import { clockTime, milliseconds } from '@night/shared/time'
import { readAt, type ReadOut, readOutToStep } from '../read-out.ts'
import type { Source } from '../source.ts'
import type { Step } from '../step.ts'

const denser = 10

/** The real order, ten times as dense from the close of the polls on. */
export const rush = ({ definition, readOuts }: Source): Step[] => {
  const opened = milliseconds(definition.pollsClose)
  return readOuts.map((readOut) =>
    readOutToStep(readAt(readOut, opened + Math.floor((readOut.at - opened) / denser))),
  )
}

const quiet = 20 * 60_000

/** Nothing comes through for the twenty busiest minutes; what was read out meanwhile comes all at once after. */
export const silence = ({ readOuts }: Source): Step[] => {
  const from = busiest(readOuts)
  return readOuts.map((readOut) => {
    const { at } = readOut
    if (at < from || at >= from + quiet) return readOutToStep(readOut)
    const why = `Read out at ${clockTime(at)}, while nothing came through for twenty minutes.`
    return { ...readOutToStep(readOut, why), at: from + quiet }
  })
}

/** When the twenty minutes begin in which most was read out. */
const busiest = (readOuts: readonly ReadOut[]): number => {
  const within = (from: number): number =>
    readOuts.filter(({ at }) => at >= from && at < from + quiet).length
  const starts = [...new Set(readOuts.map(({ at }) => at))].map((from) => ({
    from,
    count: within(from),
  }))
  return starts.toSorted((a, b) => b.count - a.count || a.from - b.from)[0]?.from ?? 0
}
