import { expect, test } from 'vitest'
import { openPage } from './support/browser.ts'
import { openHouse } from './support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth, withVotes } from './support/night.ts'

test('[WALL16] below a result that was withdrawn nothing is said but that none stands', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  await desk.declare(night, await declarationOf(october, tamworth))
  await desk.reached(night, 2)
  const reason = 'The papers are counted again'
  await desk.say(night, 'withdrawals', { constituency: tamworth, revision: 1, reason })
  await desk.reached(night, 3)
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.waitForSelector('.strap[data-state="withdrawn"]')
  expect(await page.innerText('.strap-tale')).toBe(reason)
  expect(await page.innerText('.strap-facts')).toBe('No result stands')
})

test('[WALL14] a name of a small night leaves the widest mark its room', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const winner = { constituency: midBedfordshire, candidate: 'alistair-strathern' }
  await desk.say(night, 'flashes', winner)
  await desk.reached(night, 2)
  await desk.say(night, 'withdrawals', {
    constituency: midBedfordshire,
    revision: 0,
    reason: 'Called too early',
  })
  await desk.reached(night, 3)
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.waitForSelector('.strap[data-state="withdrawn"]')
  expect(await page.innerText('.strap .verdict-words')).toMatch(/^WINNER\s+WITHDRAWN$/)
  expect(await page.innerText('.strap-facts')).toBe('No winner stands')
  await page.waitForSelector(`.card[data-seat="${midBedfordshire}"] >> text=WITHDRAWN`)
  await page.evaluate(() => document.fonts.ready.then(() => true))
  const over = await page.$$eval('.card-row', (rows) =>
    rows.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
  )
  expect(Math.max(...over)).toBe(0)
})

test('[WALL11] in the summary no verdict is cut, corrected or not, whatever the parties are called', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const right = await declarationOf(october, tamworth)
  await desk.declare(night, right)
  const other = await declarationOf(october, midBedfordshire)
  const liberal = withVotes(other, {
    'emma-holland-lindsay': 13_872,
    'alistair-strathern': 9_420,
  })
  await desk.declare(night, liberal)
  await desk.reached(night, 3)
  await desk.declare(night, { ...right, revision: 2, reason: 'TEST', rejected: 45 })
  await desk.reached(night, 4)
  await desk.say(night, 'closing', {})
  await desk.reached(night, 5)
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.waitForSelector('.closed')
  await page.evaluate(() => document.fonts.ready.then(() => true))
  expect(await page.innerText(`[data-seat="${tamworth}"] .panel-when`)).toBe('corrected')
  expect(await page.innerText(`[data-seat="${midBedfordshire}"] .panel-when`)).toBe('3.20am')
  const cut = await page.$$eval(
    '.panel-band',
    (bands) => bands.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length,
  )
  expect(cut).toBe(0)
})

test('[WALL15] where somebody has won nobody is said to need anything any more', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  await desk.say(night, 'flashes', { constituency: tamworth, candidate: 'sarah-edwards' })
  await desk.reached(night, 2)
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.waitForSelector('.strap[data-state="flash"]')
  expect(await page.innerText('.defended-holder')).toBe(
    'CON held it since 2010, last MP sat as Ind',
  )
  expect(await page.locator('.defended dt').allInnerTexts()).toEqual([
    'Majority last time',
    'Lab needed',
  ])
})

test('[GEW15] under the strap of a rehearsal, whose mark is the widest, what a winner is measured against is not cut', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open('2024-07-04-general-election')
  const winner = { constituency: 'E14001095', candidate: 'liam-byrne' }
  await desk.say(night, 'flashes', winner)
  await desk.reached(night, 2)
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.waitForSelector('.strap[data-state="flash"]')
  await page.evaluate(() => document.fonts.ready.then(() => true))
  const facts = await page.$eval('.strap-facts', (line) => {
    const when = line.parentElement?.querySelector('.strap-when')
    when?.lastChild?.replaceWith('12.22am')
    return { said: line.textContent, over: line.scrollWidth - line.clientWidth }
  })
  expect(facts).toEqual({ said: 'Against the 2019 general election (notional)', over: 0 })
})

test('[GEW15] [WALL17] why a result was corrected is not cut beside two marks, nor left out for a record', async () => {
  const july = '2024-07-04-general-election'
  const { server, desk } = await openHouse()
  const night = await desk.open(july)
  const right = await declarationOf(july, 'E14001148')
  const swapped = { 'perran-moon': 11_554, 'connor-donnithorne': 19_360 }
  await desk.declare(night, withVotes(right, swapped))
  await desk.reached(night, 2)
  const reason = 'The returning officer read out the votes of two candidates the wrong way round'
  await desk.declare(night, { ...right, revision: 2, reason })
  await desk.reached(night, 3)
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.waitForSelector('.strap-corrected')
  await page.evaluate(() => document.fonts.ready.then(() => true))
  expect(await page.innerText('.strap-facts')).toBe(`Not Con hold · ${reason}`)
  const lines = await page.$eval('.strap-facts', (line) => ({
    over: line.scrollWidth - line.clientWidth,
    below: (line.parentElement?.scrollHeight ?? 0) - (line.parentElement?.clientHeight ?? 0),
    shown: Math.round(line.clientHeight / Number.parseFloat(getComputedStyle(line).lineHeight)),
    all: Math.round(line.scrollHeight / Number.parseFloat(getComputedStyle(line).lineHeight)),
  }))
  expect(lines).toEqual({ over: 0, below: 0, shown: 2, all: 2 })
})
