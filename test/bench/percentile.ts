/** The smallest of an ascending series that so large a share is not above. */
export const percentile = (ascending: ArrayLike<number>, share: number): number =>
  ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? Number.NaN

export const median = (some: readonly number[]): number =>
  percentile(
    some.toSorted((a, b) => a - b),
    0.5,
  )
