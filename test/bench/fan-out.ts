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
  /** Milliseconds from the kill until it took connections again. */
  readonly away: number | null
  /** Milliseconds of the server's processor for each screen that came back. */
  readonly cpuOfReturn: number | null
}

const missed = 20
const retry = [500, 1500] as const
const warmUp = 5
const notKilled = { caughtUp: null, away: null, cpuOfReturn: null }

type Load = Awaited<ReturnType<typeof forkChild>>
type Meeting = { readonly contestant: Contestant; readonly load: Load; readonly clients: number }

export const measureFanOut = async (contestant: Contestant, plan: Plan): Promise<FanOut> => {
  const { clients, paced, burst, killed } = plan
  const load = await forkChild('test/bench/load-main.ts')
  const meeting = { contestant, load, clients }
  try {
    const memory = await connectAll(meeting)
    await send(meeting, warmUp, 20)
    // The warm-up is a small flood, of which what is measured next should have nothing to wait for.
    await sleep(1000)
    const slow = await send(meeting, paced, 100)
    const { publishedAt } = slow
    const { p50 = 0, p99 = 0 } = await load.tell({ do: 'latencies', publishedAt })
    const fast = await send(meeting, burst, 0)
    const { seconds: cpuOfLoad = 0 } = await load.tell({ do: 'cpu' })
    const published = warmUp + paced + burst
    return {
      memory,
      p50,
      p99,
      cpuPaced: slow.cpu,
      cpuBurst: fast.cpu,
      deliveriesPerSecond: (burst * clients) / fast.seconds,
      cpuOfLoad: cpuOfLoad / ((published * clients) / 1e6),
      ...(killed ? await bringBack(meeting, published - missed) : notKilled),
    }
  } finally {
    await load.kill()
  }
}

/** Kilobytes that a connection takes. What the first one makes the server read and build is not what a screen costs. */
const connectAll = async ({ contestant, load, clients }: Meeting): Promise<number> => {
  const target = contestant.target(null)
  await load.tell({ do: 'connect', target, count: 1, retry })
  await sleep(500)
  const before = await settledMemory(contestant.pid())
  await load.tell({ do: 'connect', target, count: clients, retry })
  return ((await settledMemory(contestant.pid())) - before) / (clients - 1)
}

const settledMemory = async (pid: number): Promise<number> => {
  await clearHeap(pid)
  return memoryOf(pid)
}

/** So many events, `every` milliseconds one; `cpu` in seconds for a million deliveries. */
const send = async ({ contestant, load, clients }: Meeting, count: number, every: number) => {
  const before = await cpuSeconds(contestant.pid())
  await load.tell({ do: 'expect', most: count })
  const { publishedAt } = await contestant.publish({ do: 'publish', count, every })
  const { at = now() } = await load.tell({ do: 'arrived', events: count })
  const cpu = ((await cpuSeconds(contestant.pid())) - before) / ((count * clients) / 1e6)
  return { publishedAt, cpu, seconds: (at - (publishedAt[0] ?? at)) / 1000 }
}

/** The server is killed; every screen comes back with what it had up to `since`. */
const bringBack = async ({ contestant, load, clients }: Meeting, since: number) => {
  await load.tell({ do: 'come-back-to', target: contestant.target(since) })
  const killedAt = now()
  const readyAt = await contestant.startAgain()
  const before = await cpuSeconds(contestant.pid())
  const { at = now() } = await load.tell({ do: 'all-back' })
  const used = (await cpuSeconds(contestant.pid())) - before
  return { caughtUp: at - readyAt, away: readyAt - killedAt, cpuOfReturn: (used / clients) * 1000 }
}
