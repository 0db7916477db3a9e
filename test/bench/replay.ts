import { setTimeout as sleep } from 'node:timers/promises'
import { nightKeys } from '@night/shared/names'
import { Replay } from '@night/shared/replay'
import { until } from '../support/until.ts'
import { forkChild } from './child.ts'
import { recording } from './events.ts'
import { now } from './orders.ts'
import { socketIoPath } from './plain.ts'
import type { Stand } from './stand.ts'

/** Milliseconds from when a whole night is set going at "max" until the last of so many screens has its last event. */
export const measureReplay = async ({ ports, call, redis }: Stand, screens: number) => {
  const body = { of: recording, speed: 'max', playing: false }
  const { id, night, run } = Replay.parse((await call('POST', '/api/replays', body)).body)
  const { log } = nightKeys('replay', night, run)
  await until('the night is open', async () => (await redis.xlen(log)) === 1)
  const load = await forkChild('test/bench/load-main.ts')
  try {
    const hello = `40${JSON.stringify({ night })}`
    const target = { port: ports[0] ?? 0, path: socketIoPath, hello, greets: true }
    await load.tell({ do: 'connect', target, count: screens, retry: [500, 1500] })
    await sleep(500)
    await load.tell({ do: 'expect', most: 0 })
    const began = now()
    await call('PATCH', `/api/replays/${id}`, { playing: true })
    await until(
      'the night is closed',
      async () => isClosed(await redis.xrevrange(log, '+', '-', 'COUNT', 1)),
      60_000,
    )
    const { at = now() } = await load.tell({ do: 'arrived', events: (await redis.xlen(log)) - 1 })
    return at - began
  } finally {
    await load.kill()
    await call('DELETE', `/api/replays/${id}`)
  }
}

const isClosed = ([last]: readonly (readonly [string, readonly string[]])[]): boolean =>
  last?.[1].join(' ').includes('"kind":"closed"') ?? false
