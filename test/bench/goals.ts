import type { FanOut } from './fan-out.ts'
import { median } from './percentile.ts'
import type { FoundChain, FoundFanOut } from './rounds.ts'

/** A ratio of medians of one run, or milliseconds, and what it should be at most. */
export type Goal = { readonly words: string; readonly found: number; readonly most: number }

/** What was promised, as far as this run tells. */
export const goals = (fanOut: readonly FoundFanOut[], chain: readonly FoundChain[]): Goal[] => {
  const clients = [...new Set(fanOut.map((one) => one.clients))]
  return [...clients.flatMap((count) => goalsAt(fanOut, count)), ...chainGoals(chain)].filter(
    ({ found }) => Number.isFinite(found),
  )
}

const of = (
  fanOut: readonly FoundFanOut[],
  clients: number,
  name: string,
): ((what: keyof FanOut) => number) => {
  const some = fanOut.filter((one) => one.clients === clients && one.name === name)
  return (what) => median(some.flatMap(({ round }) => round[what] ?? []))
}

const goalsAt = (fanOut: readonly FoundFanOut[], clients: number): Goal[] => {
  const [ours, bare, stock, nchan] = ['Results Night', 'bare ws', 'Socket.IO', 'nchan'].map(
    (name) => of(fanOut, clients, name),
  )
  if (!ours || !bare || !stock || !nchan) return []
  const ratios: readonly (readonly [string, keyof FanOut, typeof bare, number])[] = [
    ['CPU a delivery, to bare ws', 'cpuPaced', bare, 1.2],
    ['CPU a delivery, to Socket.IO', 'cpuPaced', stock, 0.7],
    ['CPU a delivery, to nchan', 'cpuPaced', nchan, 1],
    ['CPU a delivery in a burst, to bare ws', 'cpuBurst', bare, 1.2],
    ['99th percentile, to bare ws', 'p99', bare, 1.25],
    ['memory a connection, to Socket.IO', 'memory', stock, 1],
    ['caught up after a kill, to bare ws', 'caughtUp', bare, 1.6],
  ]
  return ratios.map(([words, what, to, most]) => ({
    words: `${clients} clients: ${words}`,
    found: ours(what) / to(what),
    most,
  }))
}

const chainGoals = (chain: readonly FoundChain[]): Goal[] => {
  const floor =
    median(chain.map(({ queue }) => queue)) + median(chain.map(({ broadcast }) => broadcast))
  const p50 = (what: 'idle' | 'hundred'): number => median(chain.map((one) => one[what].p50))
  return [
    {
      words: 'POST to 1000 screens, to a job and a broadcast',
      found: p50('idle') / floor,
      most: 1.5,
    },
    { words: 'the same at 100 a second', found: p50('hundred') / floor, most: 2 },
    {
      words: '650 declarations at once to 1000 screens, ms',
      found: median(chain.map(({ most }) => most.whole)),
      most: 3000,
    },
    {
      words: 'a night replayed at "max" to 1000 screens, ms',
      found: median(chain.map(({ replay }) => replay)),
      most: 3000,
    },
  ]
}
