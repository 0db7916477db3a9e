/** Seconds from end to end; each line that is named is ten times the one before, so that little and much are on one picture. */
export type Scale = {
  readonly least: number
  readonly most: number
  readonly ticks: readonly (readonly [seconds: number, name: string])[]
}

export const alertScale: Scale = {
  least: 0.001,
  most: 1000,
  ticks: [
    [0.01, '10 ms'],
    [0.1, '0.1 s'],
    [1, '1 s'],
    [10, '10 s'],
    [100, '100 s'],
  ],
}

export const walkScale: Scale = {
  least: 0.0001,
  most: 10,
  ticks: [
    [0.001, '1 ms'],
    [0.01, '10 ms'],
    [0.1, '0.1 s'],
    [1, '1 s'],
  ],
}

/** Where so many seconds are on the scale, 0 to 100. */
export const placeOf = (seconds: number, { least, most }: Scale): number => {
  const held = Math.min(most, Math.max(least, seconds))
  return (Math.log10(held / least) / Math.log10(most / least)) * 100
}
