import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, phone, wall } from '../support/browser.ts'
import { openHouse } from '../support/house.ts'
import { until } from '../support/until.ts'
import { violationsOn } from '../support/violations.ts'

const night = '2024-07-04-general-election'
const camborne = 'E14001148'

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('[GEW4] the wall of a general election has every seat on the map, and one stop for the Tab key', async () => {
  const { server } = await openHouse()
  const { page, complaints } = await openPage()
  await page.goto(`${server.url}/wall?night=${night}`)
  await until('the map is drawn', async () => (await page.locator('[data-cell]').count()) === 650)
  expect(await page.locator('[data-cell][tabindex="0"]').count()).toBe(1)
  expect(await page.locator('[data-cell][data-state="declared"]').count()).toBe(650)
  expect(await page.locator('[data-cell][data-verdict="gain"]').count()).toBe(303)
  expect(await page.innerText('main')).toContain('Open Innovations, MIT')
  expect(complaints).toEqual([])
})

test('[GEW6] arrows and letters move the focus on the map', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.locator('[data-cell][tabindex="0"]').focus()
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  const before = await focused()
  await page.keyboard.press('ArrowDown')
  expect(await focused()).not.toBe(before)
  await page.keyboard.type('camb')
  await until('Camborne has the focus', async () => (await focused()).startsWith('Camb'))
  expect(await page.locator('[data-cell][tabindex="0"]').count()).toBe(1)
})

test.each([
  { name: 'a wall', view: wall },
  { name: 'a phone', view: phone },
])('[GEW11] on $name nothing runs over the side, and axe finds nothing', async ({ view }) => {
  const { server } = await openHouse()
  const { page, complaints } = await openPage(view)
  for (const [path, first] of [
    ['/wall', '[data-cell]'],
    ['/wall/schedule', '[data-list]'],
    ['/wall/battleground', `[data-seat="${camborne}"]`],
  ] as const) {
    await page.goto(`${server.url}${path}?night=${night}&from=con&to=lab`)
    await page.waitForSelector(first, { state: 'attached' })
    expect([path, await sideways(page), await violationsOn(page)]).toEqual([path, 0, []])
  }
  expect(complaints).toEqual([])
})
