import { type Fraction, fractionToNumber, printed, times } from '../figures.ts'

/** A figure unrounded, and the same rounded once for print. */
export type Figure = { readonly value: number; readonly printed: string }

/** A share as a ratio 0–1; printed in per cent: "37.4". */
export const shareFigure = (share: Fraction): Figure => ({
  value: fractionToNumber(share),
  printed: printed(times(share, 100)),
})

/** Percentage points, printed without a sign of its own for a plus: "10.5", "−0.3". */
export const pointsFigure = (points: Fraction): Figure => ({
  value: fractionToNumber(points),
  printed: printed(points),
})

/** A figure with its sign, which one that did not change has too: "+2.1", "−25.7", "±0.0". [TAL17] */
export const signed = (words: string): string => {
  if (words.startsWith('−')) return words
  return `${/^[0.]*$/.test(words) ? '±' : '+'}${words}`
}

/** A count of seats with its sign: "+48", "−25", "±0". [TAL17] */
export const signedCount = (count: number): string =>
  count < 0 ? `−${-count}` : signed(String(count))
