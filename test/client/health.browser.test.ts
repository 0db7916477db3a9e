import type { Measures } from '@night/shared/measures'
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
  nights: [{ id: 'night', title: 'General election', mode: 'live', seq: 401, screens: 12 }],
}

test('[ALR52] how the house is can be read by people, who are told when that is old', async () => {
  const { server, desk } = await openHouse({ VIEW_TOKEN: viewToken })
  const night = await desk.open(october)
  const { page, complaints } = await openPage(wall)
  await page.clock.install()
  await page.goto(`${server.url}/health#token=${viewToken}`)
  const row = page.locator(`[data-night="${night}"]`)
  await row.waitFor()
  expect(await row.innerText()).toMatch(/REHEARSAL\s+\d+\s+0/)
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
