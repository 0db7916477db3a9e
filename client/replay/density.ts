import { isStatement } from '../statement.ts'
import { type Axis, placeOf } from './axis.ts'
import { isGain } from './moves.ts'
import type { Tape } from './tape.ts'

/** The line's drawing, as paths in a box of these sizes. */
type Density = {
  readonly bars: string
  readonly gains: string
  readonly corrections: string
}
export const box = { width: 1000, height: 100 }

const bins = 250
const width = box.width / bins
/** Of the bar of one declaration; bars grow with the root, so that one among thirty is still seen. */
const least = 12

/** How many declared when, which of them were gains, what was put right. [RPY6] */
export const densityOf = ({ entries }: Tape, axis: Axis): Density => {
  const counts = new Map<number, number>()
  const [gains, corrections] = [new Set<number>(), new Set<number>()]
  for (const { event, time } of entries) {
    if (!isStatement(event)) continue
    const bin = Math.min(bins - 1, Math.floor((bins * placeOf(axis, time)) / axis.length))
    counts.set(bin, (counts.get(bin) ?? 0) + 1)
    if (event.kind === 'corrected' || event.kind === 'withdrawn') corrections.add(bin)
    else if (isGain(event)) gains.add(bin)
  }
  const most = Math.sqrt(Math.max(1, ...counts.values()))
  const heightOf = (count: number): number =>
    least + ((box.height - least) * Math.sqrt(count)) / most
  return {
    bars: [...counts].map(([bin, count]) => bar(bin, heightOf(count))).join(''),
    gains: [...gains].map((bin) => bar(bin, box.height)).join(''),
    corrections: [...corrections].map((bin) => bar(bin, box.height)).join(''),
  }
}

const bar = (bin: number, height: number): string =>
  `M${(bin * width).toFixed(1)} ${box.height}v${(-height).toFixed(1)}h${width * 0.7}V${box.height}Z`
