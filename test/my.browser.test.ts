import { expect, test } from 'vitest'
import { openPage, phone, wall } from './support/browser.ts'
import { openHouse } from './support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth, withVotes } from './support/night.ts'
import { until } from './support/until.ts'
import { violationsOn } from './support/violations.ts'

const general = '2024-07-04-general-election'

test('[MY5] without a signal my seats open as they stood, and say so; with one they go on', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  await desk.declare(night, await declarationOf(october, tamworth))
  // What is kept is what was heard first, and for ten seconds nothing else.
  await desk.reached(night, 2)
  const { page } = await openPage(phone)
  await page.goto(`${server.url}/my?night=${night}`)
  await page.waitForSelector(`[data-seat="${tamworth}"][data-state="declared"]`)
  const figures = await page.innerText(`[data-seat="${tamworth}"] .my-figures`)
  expect(figures.replaceAll(/\s+/g, ' ')).toBe('Majority 1,316 Swing Con to Lab 23.9 Turnout 35.9%')
  await until('page and board are kept', () =>
    page.evaluate(async () => {
      const kept = await Promise.all([caches.match('/version'), caches.has('my-boards')])
      return Boolean(kept[0]) && kept[1] && navigator.serviceWorker.controller !== null
    }),
  )
  await page.context().setOffline(true)
  await page.reload()
  await page.waitForSelector(`[data-seat="${tamworth}"] >> text=1,316`)
  await page.waitForSelector('[data-age="old"] >> text=This is how it stood')
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await page.context().setOffline(false)
  await page.waitForSelector(`[data-seat="${midBedfordshire}"][data-state="declared"]`)
  await page.waitForSelector('[data-age="live"]')
  expect(await page.innerText('.my-rest')).toContain('2 of 2 declared')
  expect(await page.getAttribute('.my-rest a', 'href')).toContain('&back=%2Fmy%3Fnight%3D')
})

test('[MY1] seats that were chosen stay chosen on this phone', async () => {
  const { server } = await openHouse()
  const { page } = await openPage(phone)
  await page.goto(`${server.url}/my?night=${general}`)
  await page.fill('[type="search"]', 'clacton')
  await page.click('[data-choose]')
  await page.waitForSelector('.my-seat >> text=REFORM GAIN')
  await page.reload()
  await page.waitForSelector('.my-seat')
  expect(await page.innerText('.my-seats')).toContain('Clacton')
})

test('[WALL17] a correction on a phone names what was said before it, and then why', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const right = await declarationOf(october, tamworth)
  await desk.declare(night, withVotes(right, { 'andy-cooper': 11_719, 'sarah-edwards': 10_403 }))
  await desk.reached(night, 2)
  const reason = 'The two first were read the wrong way round'
  await desk.declare(night, { ...right, revision: 2, reason })
  await desk.reached(night, 3)
  const { page } = await openPage(phone)
  await page.goto(`${server.url}/my?night=${night}`)
  const said = await page.innerText(`[data-seat="${tamworth}"] .my-correction`)
  expect(said).toBe(`Correction: Not Con hold · ${reason}`)
})

test.each([
  { path: `/my?night=${october}`, view: wall, ready: '.my-seat' },
  { path: `/my?night=${general}`, view: phone, ready: '.chooser' },
])('[MY6] axe finds nothing on $path, $view.width wide, and nothing is cut off', async (shown) => {
  const { server } = await openHouse()
  const { page, complaints } = await openPage(shown.view)
  await page.goto(server.url + shown.path)
  await page.waitForSelector(shown.ready)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(sideways).toBeLessThanOrEqual(0)
  expect(await violationsOn(page)).toEqual([])
  expect(complaints).toEqual([])
})
