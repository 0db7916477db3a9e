/** What half, 95 and 99 of a hundred are not above, in seconds; null where nothing was measured. */
export type Spread = {
  readonly p50: number | null
  readonly p95: number | null
  readonly p99: number | null
  /** Of how many. */
  readonly count: number
}

export const spreadOf = (seconds: readonly number[]): Spread => {
  const ascending = seconds.toSorted((a, b) => a - b)
  const at = (share: number) => quantile(ascending, share)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: ascending.length }
}

/** The smallest that so large a share is not above: nearest rank, so that it is one that was measured. */
const quantile = (ascending: readonly number[], share: number): number | null =>
  ascending[Math.ceil(share * ascending.length) - 1] ?? null

/** Milliseconds as seconds, to the microsecond. */
export const inSeconds = (milliseconds: number): number =>
  Math.round(milliseconds * 1000) / 1_000_000

/** So many are kept of whatever is measured. */
export const mostKept = 1000

/** The last thousand of what is measured, by name, in seconds. */
export const createLatest = <Name extends string>() => {
  const kept = new Map<Name, number[]>()
  return {
    add: (name: Name, seconds: number): void => {
      const values = kept.get(name) ?? []
      kept.set(name, values)
      if (values.push(seconds) > mostKept) values.shift()
    },
    spread: (name: Name): Spread => spreadOf(kept.get(name) ?? []),
  }
}
