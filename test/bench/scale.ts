import { seeded } from '@night/worker/rehearsal/random'
import { median } from './percentile.ts'
import type { FoundFanOut } from './rounds.ts'
import { type Storm, weather, type Weathered } from './storm.ts'

/** What the load generator’s screens do; a real one waits a quarter of a second less. */
const asMeasured = { wait: [500, 1500], growth: 1, longest: 1500, patience: 60_000 } as const

export type Agreement = {
  readonly name: string
  readonly clients: number
  readonly measured: number
  readonly model: number
}

/** The storm that was measured, beside what the model makes of it from the cost of one return. Milliseconds. */
export const agreements = (found: readonly FoundFanOut[]): Agreement[] =>
  found.flatMap(({ name, clients, round: { caughtUp, away, cpuOfReturn: cost } }) => {
    if (caughtUp === null || away === null || cost === null) return []
    const storm: Storm = { ...asMeasured, screens: clients, servers: 1, away, cost }
    return [{ name, clients, measured: caughtUp, model: weather(storm, seeded(clients)).all }]
  })

/** A million screens as our own come back: 0.25 to 1.25 s at first, twice as long each time, 1.25 s at most. */
const million = {
  screens: 1_000_000,
  away: 1000,
  wait: [250, 1250],
  growth: 2,
  longest: 1250,
  patience: 20_000,
} as const

/** By the number of servers: how long a million screens take to come back when all servers die at once. */
export const storms = (
  found: readonly FoundFanOut[],
): { readonly servers: number; readonly weathered: Weathered }[] => {
  const ours = found.filter(({ name }) => name === 'Results Night')
  const cost = median(ours.flatMap(({ round }) => round.cpuOfReturn ?? []))
  if (!Number.isFinite(cost)) return []
  return [25, 50, 100, 200].map((servers) => ({
    servers,
    weathered: weather({ ...million, servers, cost }, seeded(servers)),
  }))
}
