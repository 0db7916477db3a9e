import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, phone, wall } from '../support/browser.ts'
import { openHouse } from '../support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth, withVotes } from '../support/night.ts'
import { until } from '../support/until.ts'
import { violationsOn } from '../support/violations.ts'

const election = '2024-07-04-general-election'
const camborne = 'E14001148'

const clock = (page: Page): Promise<string> => page.locator('.clocks [data-clock]').innerText()
const tally = (page: Page): Promise<string> => page.locator('.clocks-tally').innerText()
const address = (page: Page, part: string): Promise<unknown> =>
  until(`the address has ${part}`, () => page.url().includes(part))

test('[RPY1 RPY2 RPY3 RPY4 RPY8] a link shows a moment of a night, keys go on from there, and the address follows', async () => {
  const { server } = await openHouse()
  const { page, complaints } = await openPage()
  await page.goto(`${server.url}/replay?night=${october}&t=2023-10-20T01:45Z`)
  await page.waitForSelector(`.strap[data-seat="${tamworth}"]`)
  expect(await page.innerText('.strap')).toContain('1,316')
  expect([await clock(page), await tally(page)]).toEqual(['2.45am', '1 of 2 declared'])
  expect(await page.innerText('.top-mode')).toBe('REPLAY PAUSED')
  expect(await page.innerText('.clocks-source')).toBe('RECORDED Private replay of a recorded night')
  expect(await page.title()).toMatch(/^Replay: /)
  await page.keyboard.press('.')
  await page.waitForSelector(`.strap[data-seat="${midBedfordshire}"]`)
  await address(page, 't=2023-10-20T02:20Z')
  await page.keyboard.press('Shift+ArrowLeft')
  expect([await clock(page), await tally(page)]).toEqual(['3.10am', '1 of 2 declared'])
  await page.locator('select[aria-label="Screen"]').focus()
  await page.keyboard.press('g')
  expect(await clock(page)).toBe('3.10am')
  await page.locator('.play').focus()
  await page.keyboard.press('6')
  await page.keyboard.press('Space')
  await until('both have declared', async () => (await tally(page)) === '2 of 2 declared')
  await page.keyboard.press('?')
  await page.waitForSelector('dialog[open] >> text=As fast as it looks good')
  expect(complaints).toEqual([])
})

test('[RPY6 RPY7 RPY9] on a general election dragging previews, letting go goes there, a seat stays in the replay', async () => {
  const { server } = await openHouse()
  const { page, complaints } = await openPage()
  await page.goto(`${server.url}/replay?night=${election}&t=2024-07-05T03:40Z&spoilers=off`)
  await page.waitForSelector(`[data-cell="${camborne}"][aria-label*=", majority "]`)
  expect(await page.locator('[data-cell][aria-label*=", majority "]').count()).toBe(400)
  const chapters = page.locator('select[aria-label="Chapter"] option')
  const before = await chapters.count()
  const slide = (kind: string) =>
    page.locator('.timeline-slider').evaluate((slider: HTMLInputElement, event) => {
      slider.value = String(Number(slider.max) / 2)
      slider.dispatchEvent(new Event(event, { bubbles: true }))
    }, kind)
  await page.getByText('No spoilers').click()
  expect(await chapters.count()).toBeGreaterThan(before)
  await slide('input')
  expect(await page.innerText('.timeline-preview')).toMatch(/^\d\d:\d\d, \d+ declared$/)
  expect(await tally(page)).toBe('400 of 650 declared')
  await slide('change')
  expect(await tally(page)).not.toBe('400 of 650 declared')
  expect(await page.locator('.timeline-preview').count()).toBe(0)
  await page.locator(`[data-cell="${camborne}"]`).dispatchEvent('click')
  await page.waitForSelector('.seat-name >> text=Camborne and Redruth')
  await address(page, `seat=${camborne}`)
  expect(complaints).toEqual([])
})

test('[RPY10 RPY12] an error stands as known then and never was with hindsight; a night that goes on is followed', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const right = await declarationOf(october, tamworth)
  const wrong = withVotes(right, { 'sarah-edwards': 10_403, 'andy-cooper': 11_719 })
  await desk.declare(night, wrong)
  await desk.reached(night, 2)
  const { page } = await openPage()
  await page.goto(`${server.url}/replay?night=${night}&screen=seat&seat=${tamworth}`)
  await page.waitForSelector('.clocks-source >> text=REHEARSAL')
  await page.keyboard.press('0')
  await page.waitForSelector('.banner-words >> text=CON HOLD')
  await desk.declare(night, { ...right, revision: 2, reason: 'read the wrong way round' })
  await page.waitForSelector('.banner-words >> text=LAB GAIN')
  expect(await page.locator('.correction').count()).toBe(1)
  await page.keyboard.press(',')
  await page.waitForSelector('.banner-words >> text=CON HOLD')
  await page.getByText('With hindsight').click()
  await page.keyboard.press('.')
  await page.waitForSelector('.banner-words >> text=LAB GAIN')
  expect(await page.locator('.correction').count()).toBe(0)
})

test('[RPY13] on a wall and on a phone nothing is cut off or covered, and axe finds nothing', async () => {
  const { server } = await openHouse()
  const { page, complaints } = await openPage()
  for (const { view, search, first } of [
    { view: wall, search: `night=${election}&t=2024-07-05T03:40Z`, first: '[data-cell]' },
    { view: phone, search: `night=${october}&t=2023-10-20T02:40Z`, first: '.panels' },
    {
      view: phone,
      search: `night=${election}&t=2024-07-05T03:40Z&seat=${camborne}`,
      first: '.seat-view',
    },
  ]) {
    await page.setViewportSize(view)
    await page.goto(`${server.url}/replay?${search}`)
    await page.waitForSelector(first, { state: 'attached' })
    if (view === phone) await page.getByLabel('More controls').click()
    const overlaps = await page.evaluate(() => {
      const [screen, bar] = ['.screen-within', '.bar'].map((part) =>
        document.querySelector(part)?.getBoundingClientRect(),
      )
      return {
        covered: Math.max(0, (screen?.bottom ?? 0) - (bar?.top ?? 0)),
        below: Math.max(0, (bar?.bottom ?? 0) - innerHeight),
        sideways: document.documentElement.scrollWidth - innerWidth,
      }
    })
    expect([search, overlaps, await violationsOn(page)]).toEqual([
      search,
      { covered: 0, below: 0, sideways: 0 },
      [],
    ])
  }
  expect(complaints).toEqual([])
})

test('[RPY6] the slider moves by every key that moves a slider', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.goto(`${server.url}/replay?night=${election}&t=2024-07-05T03:40Z`)
  await page.locator('.timeline-slider').focus()
  const pressed = async (key: string): Promise<string> => {
    await page.keyboard.press(key)
    return clock(page)
  }
  expect(await pressed('ArrowUp')).toBe('4.41am')
  expect(await pressed('ArrowUp')).toBe('4.42am')
  expect(await pressed('ArrowDown')).toBe('4.41am')
  expect(await pressed('ArrowRight')).toBe('4.42am')
  expect(await pressed('End')).toBe('6.01pm')
  expect(await pressed('ArrowDown')).toBe('6.00pm')
  expect(await pressed('Home')).toBe('10.00pm')
})

test('[RPY6] every flag of the line says what it is, to a pointer and to keys', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.goto(`${server.url}/replay?night=${election}&t=2024-07-05T03:40Z`)
  const flags = page.locator('.timeline-flags button')
  const words = page.locator('.timeline-words:visible')
  await flags.nth(1).hover()
  expect(await words.innerText()).toBe('11.17pm First declaration: Houghton and Sunderland South')
  await page.mouse.move(0, 0)
  await flags.first().focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect(await words.innerText()).toBe('12.17am First gain: Swindon South')
  await page.keyboard.press('Enter')
  expect(await clock(page)).toBe('12.17am')
  for (const flag of await flags.all()) {
    await flag.focus()
    const box = await words.boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= wall.width).toBe(true)
  }
})
