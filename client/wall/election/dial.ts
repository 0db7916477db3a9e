import type { SwingSoFar } from '@night/shared/tally/swing'

type Dial = {
  /** Left and right halves, each in a party's colour: the needle leans to who gains. */
  readonly sides: readonly { readonly party: string; readonly path: string }[]
  /** Degrees from upright, negative to the left. */
  readonly angle: number
  readonly ticks: readonly { readonly points: number; readonly path: string }[]
  readonly needle: string
}

const outer = 112
const inner = 78
const widest = 84
const step = 5
const least = 15

const at = (degrees: number, radius: number): string => {
  const angle = (degrees * Math.PI) / 180
  return `${(Math.sin(angle) * radius).toFixed(1)} ${(-Math.cos(angle) * radius).toFixed(1)}`
}

const band = (from: number, to: number): string =>
  `M${at(from, outer)}A${outer} ${outer} 0 0 1 ${at(to, outer)}L${at(to, inner)}A${inner} ${inner} 0 0 0 ${at(from, inner)}Z`

/** The dial of a swing: each party keeps its side whichever way it goes, and the scale grows with the swing. [GEW7] */
export const dialOf = ({ from, to, points }: SwingSoFar): Dial => {
  const [left = '', right = ''] = [from, to].toSorted().toReversed()
  const most = Math.max(least, Math.ceil((points.value + 0.5) / step) * step)
  const perPoint = widest / most
  const marks = Array.from({ length: (2 * most) / step + 1 }, (_, index) => index * step - most)
  return {
    sides: [
      { party: left, path: band(-90, 0) },
      { party: right, path: band(0, 90) },
    ],
    angle: Math.round(points.value * perPoint * 10) / (to === left ? -10 : 10),
    ticks: marks.map((mark) => ({
      points: mark,
      path: `M${at(mark * perPoint, inner - (mark === 0 ? 10 : 0))}L${at(mark * perPoint, outer)}`,
    })),
    needle: 'M-5 0L-1.6 -104L1.6 -104L5 0Z',
  }
}
