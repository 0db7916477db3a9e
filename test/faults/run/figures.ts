/** The value below which such a share (0–1) of the others lies; 0 of none. */
export const percentile = (values: readonly number[], share: number): number => {
  const ascending = values.toSorted((a, b) => a - b)
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? 0
}

export const most = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), 0)
