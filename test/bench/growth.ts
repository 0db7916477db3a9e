import { setTimeout as sleep } from 'node:timers/promises'
import { cpuSeconds, forkChild } from './child.ts'
import { eventsOf } from './events.ts'
import { entry, hello, night, openNight } from './log.ts'
import { socketIoPath } from './plain.ts'
import { publishAll } from './publish.ts'
import { openStand } from './stand.ts'

/** One point of growth. `groups`: followers who each want something else, in so many groups; 0: all hear everything. */
export type Point = {
  readonly clients: number
  readonly logged: number
  readonly groups: number
  readonly servers: number
}

/** Processor milliseconds of all servers for an event and microseconds for a delivery; milliseconds to a screen. */
export type Grown = Point & {
  readonly cpuOfEvent: number
  readonly cpuOfDelivery: number
  readonly p50: number
  readonly p99: number
}

const events = 60

export const measureGrowth = async (point: Point, folder: string): Promise<Grown> => {
  const { clients, logged, groups, servers: count } = point
  const { redis, servers, ports, close } = await openStand(folder, { servers: count })
  const load = await forkChild('test/bench/load-main.ts')
  try {
    await openNight(redis)
    const all = await eventsOf(night, logged + events + 1)
    const pipeline = redis.pipeline()
    for (const event of all.slice(0, logged)) pipeline.xadd(...entry(event))
    await pipeline.exec()

    const parts = Math.max(1, groups) * count
    for (let part = 1; part <= parts; part += 1) {
      const follow = groups > 0 && { follow: { constituencies: [seat(part)] } }
      const port = ports[part % count] ?? 0
      const target = { port, path: socketIoPath, hello: hello({ ...follow }), greets: true }
      const upTo = Math.round((part * clients) / parts)
      await load.tell({ do: 'connect', target, count: upTo, retry: [500, 1500] })
    }
    await sleep(1000)
    const used = async (): Promise<number> =>
      (await Promise.all(servers.map((one) => cpuSeconds(one.pid())))).reduce((a, b) => a + b, 0)
    const before = await used()
    await load.tell({ do: 'expect', most: events })
    const waiting = all.slice(logged, logged + events).values()
    const { publishedAt } = await publishAll({ do: 'publish', count: events, every: 100 }, () => {
      const { value } = waiting.next()
      if (value) void redis.xadd(...entry(value))
    })
    await load.tell({ do: 'arrived', events })
    const seconds = (await used()) - before
    const { p50 = 0, p99 = 0 } = await load.tell({ do: 'latencies', publishedAt })
    return {
      ...point,
      cpuOfEvent: (seconds / events) * 1e3,
      cpuOfDelivery: (seconds / (events * clients)) * 1e6,
      p50,
      p99,
    }
  } finally {
    await load.kill()
    await close()
  }
}

const seat = (place: number): string => `E14${String(place).padStart(6, '0')}`

const base: Point = { clients: 1000, logged: 650, groups: 0, servers: 1 }

/** What grows, one thing at a time. A process has 20,000 files here, so a server has fewer screens than that. */
export const points: readonly Point[] = [
  ...[1000, 2500, 5000, 10_000, 19_000].map((clients) => ({ ...base, clients })),
  ...[2000, 5000, 20_000].map((logged) => ({ ...base, logged })),
  ...[1, 10, 100, 1000].map((groups) => ({ ...base, groups })),
  ...[2, 3].map((servers) => ({ ...base, clients: 5000, servers })),
]
