/** Seconds at the ends: each of its steps is ten times the one before, so that 10 ms and 10 min are on one picture. */
const least = 0.001
const most = 1000

/** Lines of the scale that are named. */
export const ticks = [
  [0.01, '10 ms'],
  [0.1, '0.1 s'],
  [1, '1 s'],
  [10, '10 s'],
  [100, '100 s'],
] as const

/** Where so many seconds are on the scale, 0 to 100. */
export const placeOf = (seconds: number): number => {
  const held = Math.min(most, Math.max(least, seconds))
  return (Math.log10(held / least) / Math.log10(most / least)) * 100
}
