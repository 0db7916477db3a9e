import { percentile } from './percentile.ts'

/** A server that is back, and screens that come back to it. Times in milliseconds. */
export type Storm = {
  readonly screens: number
  readonly servers: number
  /** From when the connections broke until the servers take connections again. */
  readonly away: number
  /** How long a screen waits before it tries, at least and at most; anew after each try that failed. */
  readonly wait: readonly [least: number, most: number]
  /** How the wait grows with each try that failed: 1 is not at all. */
  readonly growth: number
  /** The longest wait. */
  readonly longest: number
  /** Of a server's processor for one screen that comes back. */
  readonly cost: number
  /** How long a screen waits for its answer before it gives the try up. */
  readonly patience: number
}

/** Milliseconds from when the servers are back: until half, 99 of a hundred and all screens are caught up. */
export type Weathered = {
  readonly half: number
  readonly nearlyAll: number
  readonly all: number
  /** Tries that were given up because the server was too busy. */
  readonly givenUp: number
}

/**
 * Each server serves those who come one after the other; who waits longer than its patience gives up and comes again.
 * `random` is between 0 and 1.
 */
export const weather = (storm: Storm, random: () => number): Weathered => {
  const { screens, servers, away, patience, cost } = storm
  const pause = (tries: number): number => {
    const [least, most] = storm.wait
    const factor = storm.growth ** tries
    return Math.min(storm.longest, (least + random() * (most - least)) * factor)
  }
  const tries = createTries()
  for (let screen = 0; screen < screens / servers; screen += 1) tries.add(pause(0), 0)
  const done: number[] = []
  let freeAt = away
  let givenUp = 0
  for (const [at, before] of tries) {
    const comesAgain = (from: number): void => tries.add(from + pause(before + 1), before + 1)
    if (at < away) comesAgain(at)
    else if (freeAt - at > patience) {
      givenUp += 1
      comesAgain(at + patience)
    } else {
      freeAt = Math.max(freeAt, at) + cost
      done.push(freeAt - away)
    }
  }
  const at = (share: number): number => percentile(done, share)
  return { half: at(0.5), nearlyAll: at(0.99), all: at(1), givenUp }
}

/** Tries in the order of their times, to the millisecond, while more are added for later. */
const createTries = () => {
  const byTime: number[][] = []
  return {
    add: (at: number, before: number): void => {
      const time = Math.ceil(at)
      const some = (byTime[time] ??= [])
      some.push(before)
    },
    *[Symbol.iterator](): Generator<readonly [at: number, before: number]> {
      for (let time = 0; time < byTime.length; time += 1)
        for (const before of byTime[time] ?? []) yield [time, before]
    },
  }
}
