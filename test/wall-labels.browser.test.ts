import { clockTime, weekday } from '@night/shared/time'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, phone, wall } from './support/browser.ts'
import { openHouse } from './support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from './support/night.ts'

/** What a bar says to the eye: its parts' words or letters, and the words below. */
const barOf = (page: Page, seat: string) =>
  page.$eval(`[data-seat="${seat}"] .last-time`, (bar) => ({
    parts: Array.from(bar.querySelectorAll('ol > li'), (part) =>
      Array.from(part.children, (word) => (word.matches('.unseen') ? '' : word.textContent)).join(
        '',
      ),
    ),
    below: Array.from(bar.querySelectorAll('ul > li'), (words) => words.textContent),
    isCut: Array.from(bar.querySelectorAll('li')).some(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1,
    ),
  }))

test('[WALL7] every part of last time’s bar says whose it is, in it or below', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  for (const view of [wall, phone]) {
    const { page } = await openPage(view)
    await page.goto(`${server.url}/wall?night=${night}`)
    await page.waitForSelector('[data-seat="E14000986"] .last-time')
    await page.evaluate(() => document.fonts.ready.then(() => true))
    expect(await barOf(page, 'E14000986')).toEqual({
      parts: ['CON 66.3', 'LAB 23.7', 'D', '', ''],
      below: ['D LIB DEM 5.3', 'G GREEN 2.0', ' OTHERS 2.7'],
      isCut: false,
    })
  }
})

test('[WALL6] no bar runs through a candidate’s name', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${october}`)
  await page.waitForSelector('.candidate-name')
  await page.evaluate(() => document.fonts.ready.then(() => true))
  const crossed = await page.$$eval('.candidate-track', (tracks) =>
    tracks.flatMap((track) => {
      const [bar, name] = ['.candidate-bar', '.candidate-name'].map((part) =>
        track.querySelector(part),
      )
      if (!bar || !name || name.clientHeight === 0) return []
      const words = document.createRange()
      words.selectNodeContents(name)
      // The line's own box has a little more than its letters.
      const isBelow = bar.getBoundingClientRect().top >= words.getBoundingClientRect().bottom - 6
      return isBelow ? [] : [name.textContent]
    }),
  )
  expect(crossed).toEqual([])
})

test('[GEW10] each target that declared has its winner’s letter in the strip', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.goto(`${server.url}/wall/battleground?night=2024-07-04-general-election`)
  await page.waitForSelector('.strip')
  const letters = (await page.locator('.strip li').allInnerTexts()).join('')
  expect(letters).toHaveLength(372)
  expect(letters).toMatch(/^[LCDRPGS]+$/)
  expect(await page.innerText('.outcomes')).toMatch(/Lab took 182\s.*Con held 120/s)
})

test('[GEW14] a seat that is overdue since yesterday is told with its day, on the wall and the schedule', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const yesterday = new Date(Date.now() - 86_400_000)
  const expectedAt = yesterday.toISOString()
  for (const constituency of [tamworth, midBedfordshire]) {
    await desk.say(night, 'status', { constituency, status: 'expected', expectedAt })
  }
  await desk.reached(night, 3)
  const { page } = await openPage()
  const words = new RegExp(`${weekday(expectedAt).slice(0, 3)}\\s${clockTime(expectedAt)}`)
  await page.goto(`${server.url}/wall?night=${night}`)
  expect(await page.innerText(`[data-seat="${tamworth}"] .panel-head`)).toMatch(words)
  await page.goto(`${server.url}/wall/schedule?night=${night}`)
  expect(await page.innerText(`[data-seat="${tamworth}"] .due-when`)).toMatch(words)
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.waitForSelector(`.card[data-seat="${midBedfordshire}"][data-state="declared"]`)
  const line = page.locator(`.card[data-seat="${tamworth}"] .card-line`)
  expect(await line.innerText()).toMatch(words)
  expect(
    await line
      .locator('p')
      .first()
      .evaluate((text) => text.scrollWidth <= text.clientWidth),
  ).toBe(true)
})
