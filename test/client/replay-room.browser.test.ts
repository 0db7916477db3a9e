import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, phone, wall } from '../support/browser.ts'
import { deskToken } from '../support/call.ts'
import { openHouse } from '../support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'
import { until } from '../support/until.ts'
import { violationsOn } from '../support/violations.ts'

const strap = (seat: string): string => `.strap[data-seat="${seat}"]`
const driver = (page: Page): Promise<string> => page.locator('.room-driver').innerText()

/** What of the page is covered or cut off. */
const lost = (page: Page) =>
  page.evaluate(() => {
    const [screen, bar] = ['.screen-within', '.bar'].map((part) =>
      document.querySelector(part)?.getBoundingClientRect(),
    )
    return {
      covered: Math.max(0, (screen?.bottom ?? 0) - (bar?.top ?? 0)),
      below: Math.max(0, (bar?.bottom ?? 0) - innerHeight),
      sideways: document.documentElement.scrollWidth - innerWidth,
    }
  })
const nothing = { covered: 0, below: 0, sideways: 0 }

test('[RPR1] a token that the desk does not know is asked for again, and no letter of it moves the replay', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.goto(`${server.url}/replay?night=${october}&t=2023-10-20T01:44Z&speed=10`)
  await page.getByLabel('Share: everyone follows').press('Enter')
  await page.waitForSelector('dialog[open] input:focus')
  await page.keyboard.type('not-the-token-of-the-desk-at-all')
  await page.keyboard.press('Enter')
  await page.waitForSelector('dialog[open] >> text=The desk does not know that token.')
  await page.waitForSelector('dialog[open] input:focus')
  await page.keyboard.type(deskToken)
  await page.keyboard.press('Enter')
  await page.waitForURL(/room=/)
  expect(await page.evaluate(() => location.pathname)).toBe('/replay')
})

test('[RPR1 RPR2] who shares a replay drives it by key; everyone else follows, locked, until it is let go', async () => {
  const { server } = await openHouse()
  const { page, complaints } = await openPage()
  await page.goto(`${server.url}/replay?night=${october}&t=2023-10-20T01:44Z&speed=10`)
  await page.getByLabel('Share: everyone follows').press('Enter')
  await page.waitForSelector('dialog[open] input:focus')
  await page.keyboard.type(deskToken)
  await page.keyboard.press('Enter')
  await page.waitForURL(/room=/)
  await page.waitForSelector('.wall[data-mode="replay"]')
  await until('the desk drives', async () => (await driver(page)) === 'You drive this replay')
  const other = await openPage(phone)
  const address = page.url()
  await other.page.goto(address)
  const wallAddress = await page.locator('.links a[href*="/wall?"]').getAttribute('href')
  const follower = await openPage()
  await follower.page.goto(wallAddress ?? '')
  await other.page.waitForSelector('.room[data-locked="true"]')
  expect(await driver(other.page)).toBe('The desk drives this replay')
  expect(await other.page.locator('.play').isDisabled()).toBe(true)
  await page.keyboard.press('.')
  for (const one of [page, other.page, follower.page]) await one.waitForSelector(strap(tamworth))
  await page.keyboard.press('Shift+ArrowRight')
  await until('it is 2.55am', async () => {
    const clocks = [page, other.page].map((one) => one.locator('.clocks [data-clock]').innerText())
    return (await Promise.all(clocks)).join(' ') === '2.55am 2.55am'
  })
  await other.page.keyboard.press('Space')
  await other.page.waitForSelector('.clocks-note >> text=nobody else moves it')
  expect([await violationsOn(page), await violationsOn(other.page)]).toEqual([[], []])
  expect([await lost(page), await lost(other.page)]).toEqual([nothing, nothing])
  await page.getByText('Let go').press('Enter')
  await until('nobody drives', async () => (await driver(other.page)).startsWith('Nobody'))
  await page.keyboard.press('.')
  await follower.page.waitForSelector(strap(midBedfordshire))
  expect([complaints, other.complaints, follower.complaints]).toEqual([[], [], []])
})

test('[RPR5 RPR6] a screen looks back, says that it does, and is live again by a key or when nobody is there', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  await desk.declare(night, await declarationOf(october, tamworth))
  await desk.reached(night, 2)
  const { page, complaints } = await openPage(phone)
  const live = `${server.url}/seat/${tamworth}?night=${night}`
  await page.clock.install()
  await page.goto(live)
  await page.getByText('Look back').press('Enter')
  await page.waitForSelector('.looking-back >> text=nothing newer is known')
  const strip = await page.locator('.looking-back a').boundingBox()
  expect((strip?.x ?? 0) + (strip?.width ?? 0)).toBeLessThanOrEqual(phone.width)
  await page.waitForSelector('.banner-words >> text=LAB GAIN')
  await page.keyboard.press(',')
  await page.waitForSelector('.looking-back >> text=/LOOKING BACK \\d/')
  expect(await page.locator('.seat-mode .mode').innerText()).toBe('REPLAY PAUSED')
  expect([await lost(page), await violationsOn(page)]).toEqual([nothing, []])
  await page.keyboard.press('Shift+B')
  await page.waitForURL(live)
  await page.setViewportSize(wall)
  const schedule = `${server.url}/wall/schedule?night=${night}`
  await page.goto(schedule)
  await page.waitForSelector('.coming')
  await page.keyboard.press('Shift+B')
  await page.waitForSelector('.screen-within[data-screen="schedule"] .coming')
  expect([await lost(page), await violationsOn(page)]).toEqual([nothing, []])
  await page.clock.fastForward('04:30')
  expect(page.url()).toContain('/replay')
  await page.clock.fastForward('00:40')
  await page.waitForURL(schedule)
  await page.goto(`${server.url}/wall?night=${night}&motion=off`)
  await page.waitForSelector(strap(tamworth))
  await page.keyboard.press('Shift+B')
  await page.waitForSelector(`.screen-within[data-screen="wall"] ${strap(tamworth)}`)
  await page.keyboard.press('Shift+B')
  await page.waitForURL(`${server.url}/wall?night=${night}&motion=off`)
  await page.goto(`${server.url}/desk?night=${night}`)
  await page.waitForSelector('[data-row]')
  await page.keyboard.press('Shift+B')
  await page.waitForSelector('.looking-back')
  await page.getByText('Back to live').press('Enter')
  await page.waitForURL(`${server.url}/desk?night=${night}`)
  await page.goto(server.url)
  await page.locator(`[data-night="${october}"] >> text=Watch again`).press('Enter')
  await page.waitForURL(`${server.url}/replay?night=${october}**`)
  await page.waitForSelector('.bar')
  expect(await page.locator('.looking-back').count()).toBe(0)
  expect(complaints).toEqual([])
})
