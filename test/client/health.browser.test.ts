import { type Measures, walkSteps } from '@night/shared/measures'
import { expect, test } from 'vitest'
import { openPage, phone, wall } from '../support/browser.ts'
import { openHouse } from '../support/house.ts'
import { october } from '../support/night.ts'
import { until } from '../support/until.ts'
import { violationsOn } from '../support/violations.ts'

const viewToken = 'rnv_the-view-token-of-the-tests'
const at = '2024-07-05T03:00:00.000Z'

/** A night in full swing, whose alerts take long at the far end. */
const busy: Measures = {
  at,
  walk: walkSteps.map((step, index) => ({
    step,
    p50: 0.0004 * 3 ** index,
    p95: 0.001 * 3 ** index,
    p99: 0.002 * 3 ** index,
    count: 400,
  })),
  queues: [
    { queue: 'declarations', mode: 'live', waiting: 7, active: 1, delayed: 0, failed: 2 },
    { queue: 'alerts', mode: 'live', waiting: 17, active: 64, delayed: 12, failed: 0 },
  ],
  alerts: {
    steps: [
      { from: 'declared', to: 'computed', p50: 42, p95: 95, p99: 300, count: 620 },
      { from: 'computed', to: 'queued', p50: 0.012, p95: 0.04, p99: 0.2, count: 620 },
      { from: 'queued', to: 'sent', p50: 0.34, p95: 2.44, p99: 9, count: 1000 },
      { from: 'sent', to: 'acknowledged', p50: null, p95: null, p99: null, count: 0 },
    ],
    late: 2,
    parked: 1,
    gone: 3,
    refused: 0,
    waiting: 17,
  },
  canary: { sent: at, acknowledged: at, ageSeconds: 400 },
  screens: {
    connected: 12,
    behind: 1,
    version: '0123456789abcdef',
    versions: [
      { version: '0123456789abcdef', screens: 9 },
      { version: 'fedcba9876543210', screens: 2 },
      { version: null, screens: 1 },
    ],
  },
  nights: [
    {
      id: 'night',
      title: 'General election',
      mode: 'live',
      seq: 401,
      screens: 12,
      behind: 1,
      lastEvent: '2024-07-05T02:58:00.000Z',
      readAgeSeconds: 1.4,
    },
  ],
  faults: {
    server: {
      at: '2024-07-05T02:57:00.000Z',
      words: 'could not read the log; will try again',
      night: 'night',
    },
    worker: null,
  },
}

test('[ALR52 OBS4 OBS5 OBS6] how the house is can be read by people, who are told when that is old', async () => {
  const { server, desk } = await openHouse({ VIEW_TOKEN: viewToken })
  const night = await desk.open(october)
  const { page, complaints } = await openPage(wall)
  await page.clock.install()
  await page.goto(`${server.url}/health#token=${viewToken}`)
  const row = page.locator(`[data-night="${night}"]`)
  await row.waitFor()
  expect(await row.innerText()).toMatch(/REHEARSAL\s+\d+\s+0\s+0/)
  expect(await page.innerText('.health-age')).toMatch(/^Read \d+ s ago$/)
  expect(await violationsOn(page)).toEqual([])

  await page.route('**/api/health', (route) => route.fulfill({ json: busy }))
  await page.clock.runFor(6000)
  const step = page.locator('[data-step="sent"]')
  await until('it was asked again', async () => (await step.innerText()).includes('340 ms'))
  expect((await step.innerText()).split(/\s*\t\s*/)).toEqual([
    'Queued, until sent',
    '340 ms',
    '2.4 s',
    '9.0 s',
    '1000',
  ])
  expect(await page.innerText('[data-whole]')).toMatch(
    /^Median\s+875 ms\s+95%\s+2.2 s\s+99%\s+4.4 s\s+Declarations\s+400$/,
  )
  expect((await page.innerText('[data-step="queue"]')).split(/\s*\t\s*/)).toEqual([
    'Queued, until a worker takes it',
    '1.2 ms',
    '3.0 ms',
    '6.0 ms',
    '400',
  ])
  expect(await page.innerText('[data-queue="declarations-live"]')).toMatch(/LIVE\s+7\s+1\s+0\s+2/)
  expect(await page.innerText('[data-night="night"]')).toMatch(
    /LIVE\s+401\s+12\s+1\s+2 minutes ago\s+1.4 s ago/,
  )
  expect(await page.innerText('[data-count="behind"]')).toContain('1')
  expect(await page.innerText('[data-version="fedcba9876543210"]')).toMatch(
    /^fedcba98\s+another one: it loads anew by itself\s+2$/,
  )
  expect(await page.innerText('[data-fault="server"][data-state="alarm"]')).toContain(
    '3 minutes ago: could not read the log; will try again. Night: night.',
  )
  expect(await page.innerText('[data-fault="worker"]')).toContain('None.')
  expect(await page.locator('[data-step="acknowledged"]').innerText()).toContain('–')
  expect(await page.innerText('[data-count="parked"]')).toContain('1')
  expect(await page.innerText('.canary[data-state="alarm"]')).toContain(
    'It came home 6 minutes ago. Alerts may not arrive.',
  )
  await page.setViewportSize(phone)
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0)
  expect(await violationsOn(page)).toEqual([])
  expect(complaints).toEqual([])

  await page.route('**/api/health', (route) => route.abort())
  await page.clock.runFor(40_000)
  await page.waitForSelector(
    '.health[data-state="alarm"] >> text=OLD: The server cannot be reached.',
  )
  expect(await page.innerText('.health-age')).toMatch(/This is how it was \d+ seconds ago\.$/)
  expect(await violationsOn(page)).toEqual([])
})
