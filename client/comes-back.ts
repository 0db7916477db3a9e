/** Milliseconds. A server that was started again has all its screens back within two seconds, and not at one moment. */
const first = 750
const most = 1250
const jitter = 2 / 3

/** How a screen comes back to a server that is away: as Socket.IO takes it, and as its wait after so many failures. */
export const comesBack = {
  options: {
    reconnectionDelay: first,
    reconnectionDelayMax: most,
    randomizationFactor: jitter,
  },
  /** `chance`: from 0 up to 1. */
  after: (failures: number, chance: number): number =>
    Math.min(first * 2 ** failures * (1 + jitter * (2 * chance - 1)), most),
} as const
