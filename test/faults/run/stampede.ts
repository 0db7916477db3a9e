import { execFileSync } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../../support/until.ts'
import type { Line } from '../history.ts'
import { ofKind } from '../reading.ts'
import { noted } from './disturbances.ts'
import { most, percentile } from './figures.ts'
import type { Group, Stand } from './stand.ts'

/** Two thousand on one server. */
export const crowd: readonly Group[] = [
  { server: 0, count: 1000, isLight: true },
  { server: 0, count: 1000, isLight: true },
]

/** A server has a file for each client; Node takes all that it may have. */
const noRoomForCrowd = (count: number): string | null => {
  const limit = execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).trim()
  return limit === 'unlimited' || Number(limit) > count + 200
    ? null
    : `${count} clients need as many open files, and this shell allows ${limit}: ulimit -Hn ${count + 200}, or ask whoever runs the machine.`
}

/** The server of a crowd is killed and started again; all come back to it by themselves. */
export const stampede = async (stand: Stand): Promise<void> => {
  const why = noRoomForCrowd(stand.clientCount)
  if (why !== null) throw new Error(why)
  await sleep(3000)
  // What there is by now is read before, and little is asked meanwhile: they share two processors with who asks.
  await stand.history()
  const server = stand.servers[0]
  const times = await noted(stand, { fault: 'stampede', of: 'server' }, async () => {
    const killedAt = Date.now()
    await server?.kill()
    await server?.start()
    return { killedAt, readyAt: Date.now() }
  })
  const backSince = async () =>
    ofKind(await stand.history(), 'reconnect').filter(({ t }) => t > times.killedAt)
  await until(
    'all have come back',
    async () => {
      await sleep(1000)
      return (await backSince()).length >= stand.clientCount
    },
    60_000,
  )
  tell(stand, times, { back: await backSince(), probed: await stand.probed() })
}

type Times = { readonly killedAt: number; readonly readyAt: number }

const tell = (
  stand: Stand,
  { killedAt, readyAt }: Times,
  { back, probed }: { readonly back: readonly Line[]; readonly probed: readonly Line[] },
): void => {
  const first = new Map<string, number>()
  for (const line of back)
    if (line.kind === 'reconnect' && !first.has(line.client)) first.set(line.client, line.t)
  const moments = [...first.values()]
  stand.found('killed to ready, ms', readyAt - killedAt)
  for (const [from, words] of [
    [readyAt, 'ready to caught up'],
    [killedAt, 'killed to caught up'],
  ] as const)
    for (const share of [50, 95, 99])
      stand.found(
        `${words}, ${share} %, ms`,
        percentile(
          moments.map((t) => t - from),
          share / 100,
        ),
      )
  const lastBack = most(moments)
  const older = new Set(probed.filter(({ t }) => t < killedAt).map(({ pid }) => pid))
  const loop = ofKind(probed, 'loop').filter(
    ({ t, pid }) => !older.has(pid) && t > readyAt && t < lastBack + 1000,
  )
  stand.found('longest lag of the server, ms', Math.round(most(loop.map(({ lag }) => lag))))
  const [begin, end] = [loop[0], loop.at(-1)].map((line) => line?.cpu ?? 0)
  stand.found('processor time of the server meanwhile, ms', Math.round((end ?? 0) - (begin ?? 0)))
}
