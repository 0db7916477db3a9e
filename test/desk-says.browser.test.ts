import { expect, test } from 'vitest'
import { openPage } from './support/browser.ts'
import { openHouse } from './support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from './support/night.ts'
import { until } from './support/until.ts'

/** Everything that the live region says from now on; in the page. */
const listen = (): string[] => {
  const said: string[] = []
  const region = document.querySelector('[role="status"]')
  if (!region) throw new Error('there is no live region')
  const change = { childList: true, characterData: true, subtree: true }
  new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, change)
  return said
}

/** More than lies between two sentences about arrivals. */
const aPause = 11_000

test('[DSK14] what is listed is spoken and nothing else, then nothing is but what the reader did', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const { page } = await openPage()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.clock.install()
  await page.goto(`${server.url}/desk?night=${night}`)
  await page.waitForSelector('.foot[data-state="fresh"]')
  const heard = await page.evaluateHandle(listen)
  const said = () => heard.jsonValue()
  await page.fill('[type="search"]', 'tamworth')
  await page.waitForSelector('table[aria-rowcount="2"]')
  await page.getByLabel('Spoken').selectOption('What is listed')
  expect(page.url()).toContain('q=tamworth&says=listed')
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await page.waitForSelector('[data-seq="2"] [data-show="declared"][data-none="true"]')
  const right = await declarationOf(october, tamworth)
  await desk.declare(night, right)
  await until('Tamworth is spoken', async () => (await said()).length > 0)
  expect(await said()).toEqual([expect.stringContaining('Tamworth: LAB GAIN')])
  expect((await said()).join()).not.toContain('more')

  await page.getByLabel('Spoken').selectOption('Nothing')
  await desk.declare(night, { ...right, rejected: 45, revision: 2, reason: 'One more was found' })
  await page.waitForSelector('[data-seq="4"]')
  await page.clock.fastForward(aPause)
  await page.focus('[data-row]')
  await page.keyboard.press('c')
  await until('the copy is spoken', async () => (await said()).length > 1)
  expect((await said()).slice(1)).toEqual([expect.stringMatching(/^Copied the snap/)])
})

test('[DSK14] the choice is reached and made by key, and stays when a drawer is stepped out of', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.goto(`${server.url}/desk?night=${october}&q=tamworth`)
  await page.click('[data-row]')
  await page.waitForSelector('aside .seat-view')
  const choice = page.getByLabel('Spoken')
  await until('the choice has the focus', async () => {
    await page.keyboard.press('Tab')
    return choice.evaluate((select) => select === document.activeElement)
  })
  await page.keyboard.press('n')
  await until('it is chosen', () => page.url().includes('says=nothing'))
  // It was written into a field: no notes were asked for.
  expect(page.url()).not.toContain('notes=on')
  await page.goBack()
  await until('the drawer is closed', async () => (await page.locator('aside').count()) === 0)
  expect(await choice.inputValue()).toBe('nothing')
  expect(page.url()).toContain('q=tamworth&says=nothing')
})

test.each([390, 1280, 1920])('[DSK14] the choice is whole in a window of %i', async (width) => {
  const { server } = await openHouse()
  const { page } = await openPage({ width, height: 844 })
  await page.goto(`${server.url}/desk?night=${october}`)
  await page.waitForSelector('[data-row]')
  const { left, right, height, bottom } = await page
    .getByLabel('Spoken')
    .evaluate((select) => select.getBoundingClientRect().toJSON())
  expect(height).toBeGreaterThanOrEqual(24)
  expect(left).toBeGreaterThanOrEqual(0)
  expect(right).toBeLessThanOrEqual(width)
  expect(bottom).toBeLessThanOrEqual(844)
})
