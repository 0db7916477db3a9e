import { Replay } from '@night/shared/replay'
import type { Page } from 'playwright-core'
import { until } from '../support/until.ts'
import { type Cost, costLine, createMeter } from './cost.ts'
import { ofSeeks } from './cost-seek.ts'
import { type FragileLine, openFragileLine } from './fragile-line.ts'
import { openStand, type Stand } from './stand.ts'

// What a declaration, a reconnect and a seek cost a screen's main thread: milliseconds, median and in brackets the 95th
// percentile, the measuring itself included. Printed and never asserted: a busy machine is slower.
const declarations = 30
const reconnects = 3
const screens = ['wall', 'overlay/score', 'overlay/strap', 'overlay/ticker']
const night = { of: '2024-07-04-general-election', to: '2024-07-06T17:30:00.000Z' }

type House = Pick<Stand, 'call'> & { readonly line: FragileLine; readonly page: Page }

const replayFrom = async ({ call }: House, from: string): Promise<Replay> => {
  const body = { ...night, from, speed: 1 }
  const replay = Replay.parse((await call('POST', '/api/replays', body)).body)
  await call('PATCH', `/api/replays/${replay.id}`, { playing: false })
  return replay
}

const lastSeq = async ({ call }: House, id: string): Promise<number> => {
  const { body } = await call('GET', `/api/nights/${id}/events?since=0`)
  return typeof body === 'object' && body !== null && 'seq' in body ? Number(body.seq) : 0
}

/** Looked at now and then: to look in every frame costs the thread more than much of what is measured. */
const shows = async (page: Page, seq: number): Promise<void> => {
  await page.waitForFunction(
    (least) =>
      Number(document.querySelector<HTMLElement>('[data-seq]')?.dataset['seq'] ?? 0) >= least,
    seq,
    { polling: 50 },
  )
}

const open = async ({ line, page }: House, screen: string, id: string): Promise<void> => {
  await page.goto(`${line.url}/${screen}?night=${id}&mode=rehearsal`)
  await page.waitForSelector('[data-seq]', { state: 'attached' })
}

/** Step by step from 3am on: mostly one declaration, sometimes all of one minute. */
const ofDeclarations = async (house: House, screen: string): Promise<Cost[]> => {
  const replay = await replayFrom(house, '2024-07-05T02:00:00.000Z')
  await open(house, screen, replay.night)
  const measure = await createMeter(house.page)
  const costs: Cost[] = []
  while (costs.length < declarations) {
    const seq = await lastSeq(house, replay.night)
    costs.push(
      await measure(async () => {
        await house.call('POST', `/api/replays/${replay.id}/step`)
        await shows(house.page, seq + 1)
      }),
    )
  }
  return costs
}

/** The line is down while 650 seats declare. */
const ofReconnects = async (house: House, screen: string): Promise<Cost[]> => {
  const costs: Cost[] = []
  while (costs.length < reconnects) {
    const replay = await replayFrom(house, '2024-07-04T21:00:00.000Z')
    await open(house, screen, replay.night)
    const measure = await createMeter(house.page)
    house.line.down()
    await house.call('PATCH', `/api/replays/${replay.id}`, { playing: true, speed: 'max' })
    const end = await until(
      'every seat has declared',
      async () => {
        const seq = await lastSeq(house, replay.night)
        return seq > 650 && seq
      },
      120_000,
    )
    costs.push(
      await measure(async () => {
        house.line.mend()
        await shows(house.page, end)
      }),
    )
  }
  return costs
}

const stand = await openStand()
try {
  const line = await openFragileLine(stand.url)
  const page = await stand.browser.newPage({ viewport: { width: 1920, height: 1080 } })
  const house = { call: stand.call, line, page }
  for (const screen of screens) {
    process.stdout.write(costLine(`${screen}: a declaration`, await ofDeclarations(house, screen)))
    const costs = await ofReconnects(house, screen)
    process.stdout.write(costLine(`${screen}: a reconnect with 650 results`, costs))
  }
  process.stdout.write(costLine('replay: a seek in 650 results', await ofSeeks(page, stand.url)))
  line.close()
} finally {
  await stand.close()
}
