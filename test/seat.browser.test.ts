import { expect, test } from 'vitest'
import { openPage, phone, wall } from './support/browser.ts'
import { openHouse } from './support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from './support/night.ts'
import { stillReplay } from './support/still-replay.ts'
import { violationsOn } from './support/violations.ts'

test('[SEA6] before the declaration a seat says what is known, then follows live', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const { page } = await openPage(phone)
  await page.goto(`${server.url}/seat/${midBedfordshire}?night=${night}`)
  await page.waitForSelector('.ballot >> text=Festus Akinbusoye')
  expect(await page.innerText('main')).toContain('24,664')
  expect(await page.locator('.watch li').count()).toBeGreaterThan(0)
  await desk.say(night, 'status', { constituency: midBedfordshire, status: 'recount' })
  await page.waitForSelector('.banner[data-status="recount"]')
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await page.waitForSelector('.seat-view[data-state="declared"] >> text=1,192')
})

test('[SEA5] a history says of what a correction undid that it no longer stands', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const right = await declarationOf(october, tamworth)
  await desk.declare(night, right)
  await desk.reached(night, 2)
  const withdrawal = { constituency: tamworth, revision: 1, reason: 'It was another seat’s' }
  await desk.say(night, 'withdrawals', withdrawal)
  await desk.reached(night, 3)
  const { page } = await openPage(phone)
  await page.goto(`${server.url}/seat/${tamworth}?night=${night}`)
  const undone = page.locator('.happenings li', { has: page.locator('.consequences') })
  await undone.waitFor()
  expect(await undone.innerText()).toMatch(
    /It was another seat’s\s+No longer stands:\s+2\.45am Tamworth: LAB GAIN/,
  )
})

test('[SEA2 IMP34] of a seat on new boundaries nothing is said of the House before, and who stood last time is named', async () => {
  const { server } = await openHouse()
  const { page } = await openPage(phone)
  await page.goto(`${server.url}/seat/E14001576?night=2024-07-04-general-election`)
  await page.waitForSelector('.last-time-table >> text=Communities United Party')
  const votes = await page.$$eval('.last-time-table tr > :nth-child(2)', (cells) =>
    cells.map((cell) => cell.getBoundingClientRect().right),
  )
  expect(new Set(votes).size).toBe(1)
  const words = await page.innerText('main')
  expect(words).toContain('Against the 2019 general election (notional)')
  expect(words).not.toMatch(/the House before/i)
  expect(words).not.toContain('COMMUNITIES-UNITED')
})

test('[SEA6] who stands is read again where it could not be read at first', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const { page } = await openPage(phone)
  let asked = 0
  await page.route(`**/api/nights/${night}`, (route) =>
    (asked += 1) === 1 ? route.abort() : route.continue(),
  )
  await page.goto(`${server.url}/seat/${midBedfordshire}?night=${night}`)
  await page.waitForSelector('text=Candidates: The server cannot be reached.')
  await page.waitForSelector('.ballot >> text=Festus Akinbusoye')
  expect(asked).toBe(2)
})

test('[SEA7] a seat that is not of this night is said not to be', async () => {
  const { server } = await openHouse()
  const { page } = await openPage(phone)
  await page.goto(`${server.url}/seat/E14009999?night=${october}`)
  await page.waitForSelector('[data-state="not-here"]')
  expect(await page.innerText('main')).toContain('E14009999 is no constituency')
})

test('[SEA8] at 400 per cent nothing of a seat is cut off', async () => {
  const { server } = await openHouse()
  const { page } = await openPage({ width: 320, height: 256 })
  await page.goto(`${server.url}/seat/${tamworth}?night=${october}`)
  await page.waitForSelector('.seat-view')
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(sideways).toBeLessThanOrEqual(0)
})

test.each([
  { path: `/seat/${tamworth}?night=${october}`, view: wall, ready: '.seat-view' },
  { path: `/seat/${tamworth}?night=${october}`, view: phone, ready: '.seat-view' },
])('[SEA8] axe finds nothing on $path, $view.width wide, and nothing is cut off', async (shown) => {
  const { server } = await openHouse()
  const { page, complaints } = await openPage(shown.view)
  await page.goto(server.url + shown.path)
  await page.waitForSelector(shown.ready)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(sideways).toBeLessThanOrEqual(0)
  expect(await violationsOn(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('[SEA9] at 4.40am a seat that was expected at 1.23am is said to be overdue, on its page and in the drawer', async () => {
  const { server, desk } = await openHouse()
  const { night } = await stillReplay(
    desk,
    '2024-07-04-general-election',
    '2024-07-05T03:40:00.000Z',
  )
  const [kettering, bognor] = ['E14001311', 'E14001108']
  const { page } = await openPage()
  const said = async (path: string) => {
    await page.goto(`${server.url}${path}night=${night}`)
    return (await page.waitForSelector('.banner time >> xpath=..')).innerText()
  }
  for (const path of [`/seat/${kettering}?`, `/desk?seat=${kettering}&`])
    expect(await said(path)).toMatch(/^Overdue, was expected about (Fri )?1\.23am/)
  expect(await said(`/seat/${bognor}?`)).toMatch(/^Expected about (Fri )?4\.42am/)
})
