import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Replay } from '@night/shared/replay'
import type { Page } from 'playwright-core'
import { noOrder } from '../support/order.ts'
import { root } from '../support/root.ts'
import { until } from '../support/until.ts'
import { type FragileLine, openFragileLine } from './fragile-line.ts'
import { type Counter, createCounter, openScales, type Reading, table } from './reading.ts'
import { openStand, type Stand } from './stand.ts'

// `npm run soak`: twelve hours of a wall in four minutes. The night of 4 July 2024 is played four times over, the
// page's own timers run fifty times as fast (60,000 ticks), and the connection is cut 152 times.
noOrder('npm run soak')
const runs = 4
const dropsPerRun = 38
const hurry = 50
const night = {
  of: '2024-07-04-general-election',
  from: '2024-07-04T21:00:00.000Z',
  to: '2024-07-05T07:00:00.000Z',
  speed: 900,
}

/** Only the page's own intervals: those of its socket are timeouts. */
const hurryIntervals = `{
  const interval = window.setInterval.bind(window)
  window.setInterval = (listener, milliseconds) => interval(listener, milliseconds / ${hurry})
}`

const soak = async (stand: Stand): Promise<Reading[]> => {
  const line = await openFragileLine(stand.url)
  const page = await stand.browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await page.addInitScript(hurryIntervals)
  let loads = 0
  page.on('load', () => (loads += 1))
  const replay = Replay.parse((await stand.call('POST', '/api/replays', night)).body)
  await page.goto(`${line.url}/wall?night=${replay.night}`)
  await page.waitForSelector('[data-seq]')
  const wall = { page, line, counter: createCounter() }
  const weigh = await openScales(page)
  const startedAt = Date.now()
  const read = async (at: string, drops: number): Promise<Reading> => ({
    at,
    seconds: Math.round((Date.now() - startedAt) / 1000),
    ...(await weigh()),
    drops,
    events: wall.counter.seen(),
    loads,
  })
  const readings = [await read('start', 0)]
  for (let run = 1; run <= runs; run += 1) {
    if (run > 1) await stand.call('PATCH', `/api/replays/${replay.id}`, again)
    await playOn(stand, replay, wall)
    readings.push(await read(`end of night ${run}`, run * dropsPerRun))
  }
  await page.close()
  line.close()
  return readings
}

type Wall = { readonly page: Page; readonly line: FragileLine; readonly counter: Counter }

/** One night to its end, with its share of drops. */
const playOn = async (
  stand: Stand,
  replay: Replay,
  { page, line, counter }: Wall,
): Promise<void> => {
  const isOver = endOf(stand, replay.id)
  let drops = 0
  while (drops < dropsPerRun || !(await isOver())) {
    await sleep(300)
    counter.see(await seqOf(page))
    if (drops < dropsPerRun && (await isConnected(page))) {
      line.cut()
      drops += 1
      await until('the wall has noticed', async () => !(await isConnected(page)))
    }
  }
  const end = await lastSeq(stand, replay.night)
  await until('the wall is at the end', async () => (await seqOf(page)) === end)
  counter.see(end)
}

const again = { position: night.from, playing: true }

const endOf = (stand: Stand, id: string) => async (): Promise<boolean> => {
  const { position, to } = Replay.parse((await stand.call('GET', `/api/replays/${id}`)).body)
  return position >= to
}

const lastSeq = async ({ call }: Stand, id: string): Promise<number> => {
  const { body } = await call('GET', `/api/nights/${id}/events?since=0`)
  return typeof body === 'object' && body !== null && 'seq' in body ? Number(body.seq) : 0
}

const seqOf = async (page: Page): Promise<number> =>
  Number(await page.getAttribute('[data-seq]', 'data-seq'))

const isConnected = async (page: Page): Promise<boolean> =>
  (await page.locator('.truth[data-state="fresh"]').count()) > 0

const stand = await openStand()
try {
  const readings = await soak(stand)
  process.stdout.write(table(readings))
  const [, first] = readings
  const last = readings.at(-1)
  const growth = (last?.heapMegabytes ?? 0) - (first?.heapMegabytes ?? 0)
  const listeners = (last?.listeners ?? 0) - (first?.listeners ?? 0)
  process.stdout.write(
    `From the first night’s end to the last’s, the same picture: heap ${growth.toFixed(2)} MB, listeners ${listeners}\n`,
  )
  await mkdir(join(root, 'var'), { recursive: true })
  await writeFile(join(root, 'var', 'soak.json'), `${JSON.stringify({ readings }, null, 2)}\n`)
} finally {
  await stand.close()
}
