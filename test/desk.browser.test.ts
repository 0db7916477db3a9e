import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, phone, wall } from './support/browser.ts'
import { openHouse } from './support/house.ts'
import { declarationOf, october, tamworth, withVotes } from './support/night.ts'
import { until } from './support/until.ts'
import { violationsOn } from './support/violations.ts'

const general = '2024-07-04-general-election'
const rowsOf = (page: Page): Promise<number> => page.locator('[data-row]').count()
const spoken = (page: Page): Promise<string> => page.innerText('[role="status"]')
const current = (page: Page) => page.getAttribute('[aria-current="true"]', 'data-seat')

test('[DSK2] 650 seats are a table of which few rows are drawn, and the board is read once', async () => {
  const { server } = await openHouse()
  const { page, complaints } = await openPage()
  await page.goto(`${server.url}/desk?night=${general}`)
  await page.waitForSelector('[data-row]')
  expect(await page.getAttribute('table', 'aria-rowcount')).toBe('651')
  expect(await rowsOf(page)).toBeLessThan(80)
  expect(await page.locator('#board').count()).toBe(0)
  await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(0, 1e6))
  await page.waitForSelector('[aria-rowindex="651"]')
  expect(complaints).toEqual([])
})

test('[DSK1] search, filters and the drawer stand in the address, and a step back closes the drawer', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.goto(`${server.url}/desk?night=${general}`)
  await page.fill('[type="search"]', 'ynys')
  await page.waitForSelector('table[aria-rowcount="2"]')
  await page.click('[data-row]')
  await page.waitForSelector('.seat-view[data-state="declared"]')
  expect(page.url()).toContain('q=ynys&seat=W07000112')
  await page.goBack()
  await until('the drawer is closed', async () => (await page.locator('aside').count()) === 0)
  await page.goto(`${server.url}/desk?night=${general}&show=gain&party=ruk&sort=name&order=up`)
  await page.waitForSelector('[data-show="gain"][aria-pressed="true"]')
  expect(await page.getAttribute('table', 'aria-rowcount')).toBe('6')
})

test('[DSK13] with a country chosen the first line is its state of the parties', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.goto(`${server.url}/desk?night=${general}`)
  await page.waitForSelector('.state >> text=650 of 650 declared')
  await page.selectOption('[aria-label="Region or country"]', 'Scotland')
  await page.waitForSelector('.state >> text=Scotland: 57 of 57 declared')
  const state = (await page.innerText('.state ol')).replaceAll(/\s+/g, ' ')
  expect(state).toMatch(/^LAB 37 .* SNP 9 .* LIB DEM 6 .* CON 5/)
})

test('[DSK13] the first line has seven parties and all others together, whichever window it is in', async () => {
  const { server } = await openHouse()
  for (const width of [390, 1280, 1600, 1920]) {
    const { page } = await openPage({ width, height: 720 })
    await page.goto(`${server.url}/desk?night=${general}`)
    await page.waitForSelector('.state >> text=650 of 650 declared')
    const shown = await page.$eval('.state ol', (list) => {
      const { bottom, right } = list.getBoundingClientRect()
      const boxes = Array.from(list.children, (party) => party.getBoundingClientRect())
      return boxes.filter((box) => box.bottom <= bottom + 1 && box.right <= right + 1).length
    })
    expect([width, shown]).toEqual([width, 8])
    expect(await page.innerText('.state li:last-child')).toMatch(/^Others\s+19\s+\+4$/)
  }
})

test('[DSK6] everything is done by key, but not while somebody writes', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.goto(`${server.url}/desk?night=${general}`)
  await page.waitForSelector('[data-row]')
  await page.keyboard.press('j')
  const first = await current(page)
  await page.keyboard.press('j')
  await until('the next row is current', async () => (await current(page)) !== first)
  await until('its link has the focus', () =>
    page.evaluate(() => document.activeElement?.closest('[aria-current="true"]') !== null),
  )
  await page.keyboard.press('Enter')
  await page.waitForSelector('aside .seat-view')
  await page.keyboard.press('Escape')
  await until('the drawer is closed', async () => (await page.locator('aside').count()) === 0)
  await page.keyboard.press('/')
  await page.keyboard.type('jkc')
  expect(await page.inputValue('[type="search"]')).toBe('jkc')
  // No row is left for a key to act on.
  await page.keyboard.press('Escape')
  await page.keyboard.press('c')
  await page.waitForSelector('[role="status"] >> text=Choose a seat first')
  await page.keyboard.press('/')
  await page.keyboard.type('hartlepool')
  await page.keyboard.press('Enter')
  await page.waitForSelector('aside h2 >> text=Hartlepool')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.waitForSelector('dialog[open] >> text=Copy the snap')
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog:not([open])', { state: 'attached' })
})

test('[DSK8] what is copied is on the clipboard, and is said', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${server.url}/desk?night=${october}&seat=${tamworth}`)
  await page.waitForSelector('.seat-view')
  await page.keyboard.press('c')
  await until('it is said', async () => (await spoken(page)).startsWith('Copied the snap'))
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  expect(await copied()).toBe(
    'LAB GAIN Tamworth from CON. Maj 1,316. Swing 23.9 pts Con to Lab. Turnout 35.9%.',
  )
  await page.click('[aria-label="Copy the headline"]')
  await until('the headline is copied', async () => (await copied()).includes('on swing of 23.9'))
})

test('[DSK7] the drawer has everything of a seat, and a correction with reason and what it undoes', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const right = await declarationOf(october, tamworth)
  const wrong = { ...withVotes(right, { 'sarah-edwards': 11_819 }), valid: right.valid + 100 }
  const { page } = await openPage()
  await page.goto(`${server.url}/desk?night=${night}&seat=${tamworth}`)
  await page.waitForSelector('.watch >> text=swing')
  await desk.declare(night, wrong)
  await page.waitForSelector('.key-figures >> text=1,416')
  await desk.declare(night, { ...right, revision: 2, reason: 'A bundle was counted twice' })
  await page.waitForSelector('.key-figures >> text=1,316')
  await page.waitForSelector('.happenings >> text=Corrected, revision 2')
  const text = await page.innerText('aside')
  for (const said of [
    'A bundle was counted twice',
    'Lab gain from Ind',
    '25,630 papers, 44 rejected',
    'Dudley West',
    '6 May 2010',
    'Rank 2 · by-elections since 1945',
    'Howling Laud Hope',
  ]) {
    expect(text).toContain(said)
  }
  expect(await page.locator('.consequences li').count()).toBeGreaterThan(0)
})

test('[DSK9] notes of the night are read beside the table', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const from = { speaker: 'A. Person', role: 'councillor', source: 'BBC' }
  const note = { constituency: tamworth, text: 'Counting has begun', ...from }
  await desk.say(night, 'notes', note)
  const { page } = await openPage()
  await page.goto(`${server.url}/desk?night=${night}`)
  await page.waitForSelector('[data-row]')
  await page.keyboard.press('n')
  await page.waitForSelector('aside >> text=Counting has begun')
  // Of which seat it is stands where nobody takes it for where the speaker sits.
  expect(await page.innerText('aside')).toContain(', Tamworth: A. Person, councillor, BBC')
})

test('[DSK11] a protected night opens with the token behind the #, and its details with it', async () => {
  const { server } = await openHouse({ VIEW_TOKEN: 'the-view-token-of-the-tests' })
  const { page } = await openPage()
  await page.goto(`${server.url}/desk?night=${october}`)
  await page.waitForSelector('[data-problem="no-token"]')
  const token = '#token=the-view-token-of-the-tests'
  await page.goto(`${server.url}/desk?night=${october}&seat=${tamworth}${token}`)
  await page.waitForSelector('.key-figures >> text=1,316')
  await page.click('summary')
  await page.waitForSelector('.happenings >> text=Declared')
  expect(page.url()).not.toContain('token')
})

test.each([
  { path: `/desk?night=${general}`, view: wall, ready: '[data-row]' },
  { path: `/desk?night=${general}`, view: phone, ready: '[data-row]' },
  { path: `/desk?night=${october}&seat=${tamworth}`, view: wall, ready: '.seat-view' },
  { path: `/desk?night=${october}&seat=${tamworth}`, view: phone, ready: '.seat-view' },
])(
  '[DSK12] axe finds nothing on $path, $view.width wide, and nothing is cut off',
  async (shown) => {
    const { server } = await openHouse()
    const { page, complaints } = await openPage(shown.view)
    await page.goto(server.url + shown.path)
    await page.waitForSelector(shown.ready)
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(sideways).toBeLessThanOrEqual(0)
    expect(await violationsOn(page)).toEqual([])
    expect(complaints).toEqual([])
  },
)
