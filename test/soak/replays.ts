import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Replay } from '@night/shared/replay'
import { noOrder } from '../support/order.ts'
import { root } from '../support/root.ts'
import { until } from '../support/until.ts'
import { openAlertHouse } from './alerts/house.ts'

// `npm run replays`: the nights of 2019 and 2024 at 300 times through queue, worker and log, stopped once and their
// workers killed in the middle; then the file of each replay is held against the file of its recording, byte by byte.
noOrder('npm run replays')
const nights = ['2019-12-12-general-election', '2024-07-04-general-election']
const speed = 300
const minutes = 20

const house = await openAlertHouse('http://127.0.0.1:1')
const { call, workers, url } = house

const begin = async (of: string): Promise<Replay> =>
  Replay.parse((await call('POST', '/api/replays', { of, speed })).body)
const now = async ({ id }: Replay): Promise<Replay> =>
  Replay.parse((await call('GET', `/api/replays/${id}`)).body)
const fileOf = async (night: string): Promise<string> =>
  (await fetch(`${url}/api/nights/${night}/night.ndjson`)).text()

const disturb = async (replays: readonly Replay[]): Promise<void> => {
  await sleep(40_000)
  for (const worker of workers) {
    await worker.kill()
    await worker.start()
  }
  for (const { id } of replays) await call('PATCH', `/api/replays/${id}`, { playing: false })
  await Promise.all(workers.map((worker) => worker.kill()))
  await Promise.all(workers.map((worker) => worker.start()))
  for (const { id } of replays) await call('PATCH', `/api/replays/${id}`, { playing: true })
}

const startedAt = Date.now()
const replays = await Promise.all(nights.map(begin))
await disturb(replays)
const results = await Promise.all(
  replays.map(async (replay) => {
    const recorded = await fileOf(replay.of)
    const patience = minutes * 60_000
    const over = async () => (await now(replay)).position >= replay.to
    await until(`${replay.of} is over`, async () => (await sleep(1000), await over()), patience)
    const played = await until(
      'all is in the log',
      async () => {
        const text = await fileOf(replay.night)
        return text.length === recorded.length && text
      },
      60_000,
    )
    const seconds = Math.round((Date.now() - startedAt) / 1000)
    return { night: replay.of, bytes: played.length, same: played === recorded, seconds }
  }),
)
await house.close()

for (const { night, bytes, same, seconds } of results)
  process.stdout.write(
    `${night}: ${bytes} bytes, ${same ? 'the same' : 'NOT the same'}, ${seconds} s\n`,
  )
await mkdir(join(root, 'var'), { recursive: true })
await writeFile(join(root, 'var', 'replays.json'), `${JSON.stringify(results, null, 2)}\n`)
if (results.some(({ same }) => !same)) process.exitCode = 1
