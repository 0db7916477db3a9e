/** A fraction in whole numbers, so that a figure is rounded once, when it is printed. */
export type Fraction = { readonly top: bigint; readonly bottom: bigint }

export const fraction = (top: number | bigint, bottom: number | bigint): Fraction => ({
  top: BigInt(top),
  bottom: BigInt(bottom),
})

export const minus = (a: Fraction, b: Fraction): Fraction => ({
  top: a.top * b.bottom - b.top * a.bottom,
  bottom: a.bottom * b.bottom,
})

export const times = (a: Fraction, top: number, bottom = 1): Fraction => ({
  top: a.top * BigInt(top),
  bottom: a.bottom * BigInt(bottom),
})

/** To a number, unrounded as far as a double goes. */
export const fractionToNumber = ({ top, bottom }: Fraction): number => Number(top) / Number(bottom)

/** One decimal, halves away from zero: 23.887 is "23.9", −0.04 is "0.0". [SWG5] */
export const printed = ({ top, bottom }: Fraction): string => {
  const size = top < 0n ? -top : top
  const tenths = (size * 20n + bottom) / (bottom * 2n)
  const sign = top < 0n && tenths > 0n ? '−' : ''
  return `${sign}${tenths / 10n}.${tenths % 10n}`
}

/** One decimal of a number that was kept unrounded, by the same rule: 50.05 is "50.1". */
export const decimal = (value: number): string =>
  printed(fraction(BigInt(Math.round(value * 1e9)), 1_000_000_000n))

/** A share 0–1 of whole votes as a percentage with one decimal: 25,586 of 71,302 is "35.9". */
export const percentage = (part: number, whole: number): string =>
  printed(times(fraction(part, whole), 100))

/** Thousands with a comma: 11719 is "11,719". Whole numbers only. */
export const grouped = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')

/** "1 vote", "1,316 votes". [WRD5] */
export const votesInWords = (count: number): string =>
  `${grouped(count)} ${count === 1 ? 'vote' : 'votes'}`

/** "1 minute", "12 minutes". */
export const plural = (count: number, what: string): string =>
  `${count} ${count === 1 ? what : `${what}s`}`

/** "1st", "2nd", "13th", "131st". */
export const ordinal = (count: number): string => {
  const [tens, ones] = [count % 100, count % 10]
  if (tens > 10 && tens < 14) return `${count}th`
  return `${count}${['th', 'st', 'nd', 'rd'][ones] ?? 'th'}`
}
