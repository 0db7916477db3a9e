import { setTimeout as sleep } from 'node:timers/promises'
import { cpuSeconds, forkChild, memoryOf } from './child.ts'
import { clearHeap } from './gc.ts'
import type { Contestant } from './contestant.ts'
import { now } from './orders.ts'

export type Plan = {
  readonly clients: number
  /** Events, ten a second; then as fast as they go. */
  readonly paced: number
  readonly burst: number
  /** Whether the server is killed as well. */
  readonly killed: boolean
}

/** What one round found. CPU in seconds of the server for a million deliveries, memory in kilobytes a connection. */
export type FanOut = {
  readonly memory: number
  readonly p50: number
  readonly p99: number
  readonly cpuPaced: number
  readonly cpuBurst: number
  readonly deliveriesPerSecond: number
  readonly cpuOfLoad: number
  /** Milliseconds from when it took connections again until every screen had what it missed. */
  readonly caughtUp: number | null
}

const missed = 20
const retry = [500, 1500] as const

export const measureFanOut = async (contestant: Contestant, plan: Plan): Promise<FanOut> => {
  const { clients } = plan
  const load = await forkChild('test/bench/load-main.ts')
  try {
    // What the first screen makes the server read and build is not what a screen costs.
    await load.tell({ do: 'connect', target: contestant.target(null), count: 1, retry })
    await sleep(500)
    const before = await settledMemory(contestant.pid())
    await load.tell({ do: 'connect', target: contestant.target(null), count: clients, retry })
    const memory = ((await settledMemory(contestant.pid())) - before) / (clients - 1)

    const send = async (count: number, every: number) => {
      const cpuBefore = await cpuSeconds(contestant.pid())
      await load.tell({ do: 'expect', most: count })
      const { publishedAt } = await contestant.publish({ do: 'publish', count, every })
      const { at = now() } = await load.tell({ do: 'arrived', events: count })
      const cpu = ((await cpuSeconds(contestant.pid())) - cpuBefore) / ((count * clients) / 1e6)
      return { publishedAt, cpu, seconds: (at - (publishedAt[0] ?? at)) / 1000 }
    }
    await send(5, 20)
    const paced = await send(plan.paced, 100)
    const { p50 = 0, p99 = 0 } = await load.tell({
      do: 'latencies',
      publishedAt: paced.publishedAt,
    })
    const burst = await send(plan.burst, 0)
    const { seconds: cpuOfLoad = 0 } = await load.tell({ do: 'cpu' })
    const published = 5 + plan.paced + plan.burst
    let caughtUp: number | null = null
    if (plan.killed) {
      await load.tell({ do: 'come-back-to', target: contestant.target(published - missed) })
      const readyAt = await contestant.startAgain()
      const { at = now() } = await load.tell({ do: 'all-back' })
      caughtUp = at - readyAt
    }
    return {
      memory,
      p50,
      p99,
      cpuPaced: paced.cpu,
      cpuBurst: burst.cpu,
      deliveriesPerSecond: (plan.burst * clients) / burst.seconds,
      cpuOfLoad: cpuOfLoad / ((published * clients) / 1e6),
      caughtUp,
    }
  } finally {
    await load.kill()
  }
}

const settledMemory = async (pid: number): Promise<number> => {
  await clearHeap(pid)
  return memoryOf(pid)
}
