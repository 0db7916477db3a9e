/** A number from 0 up to 1, the next one each time. */
export type Random = () => number

/** Mulberry32: the same seed gives the same numbers, everywhere. */
export const seeded = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number from `least` to `most`, both among them. */
export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1))

/** At most so many of a list, none twice, in the list's own order. */
export const some = <One>(random: Random, list: readonly One[], most: number): One[] => {
  const drawn = new Set(
    list
      .map((_, place) => ({ place, lot: random() }))
      .toSorted((a, b) => a.lot - b.lot)
      .slice(0, most)
      .map(({ place }) => place),
  )
  return list.filter((_, place) => drawn.has(place))
}
