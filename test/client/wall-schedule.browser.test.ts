import { fit } from '@night/client/fit'
import { expect, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { openHouse } from '../support/house.ts'
import { definitionOf } from '../support/night.ts'
import { stillReplay } from '../support/still-replay.ts'

const july = '2024-07-04-general-election'

/** The schedule at 4.40am on 5 July 2024, standing still. */
const openSchedule = async () => {
  const { server, desk } = await openHouse()
  const { night } = await stillReplay(desk, july, '2024-07-05T03:40:00.000Z')
  const { page } = await openPage()
  await page.goto(`${server.url}/wall/schedule?night=${night}`)
  await page.waitForSelector('[data-tally] >> text=400 of 650 declared')
  await page.evaluate(() => document.fonts.ready.then(() => true))
  return page
}

test('[GEW9] when everything has declared the schedule says so, who was first and who last, and nothing of what is coming up', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.goto(`${server.url}/wall/schedule?night=2019-12-12-general-election`)
  const words = (await page.innerText('.coming')).replaceAll(/\s+/g, ' ')
  expect(words).toMatch(/^Everything has declared 650 of 650 declared First to declare 11\.27pm /)
  expect(words).toContain('Last to declare Fri 2.52pm St Ives CON HOLD')
  const cut = await page.$$eval(
    '.due, .due-name',
    (all) =>
      all.filter(
        ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
          scrollWidth > clientWidth || scrollHeight > clientHeight + 2,
      ).length,
  )
  expect(cut).toBe(0)
})

test('[GEW9] a seat that was called is due with its winner, and not with the party that defended it', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(july)
  const kettering = 'E14001311'
  await desk.say(night, 'flashes', { constituency: kettering, candidate: 'rosie-wrighting' })
  await desk.reached(night, 2)
  const { page } = await openPage()
  await page.goto(`${server.url}/wall/schedule?night=${night}`)
  const row = (await page.innerText(`[data-seat="${kettering}"]`)).replaceAll(/\s+/g, ' ')
  expect(row).toBe('1.23am Kettering LAB GAIN')
})

test('[GEW9] the schedule says what its figures are, above them', async () => {
  const page = await openSchedule()
  for (const [list, head, figure] of [
    ['due next', 'Majority', '.due-holder b'],
    ['any minute', 'Late', '.due-slip'],
    ['overdue', 'Late', '.due-slip'],
  ] as const) {
    const ends = await page.$eval(
      `[data-list="${list}"]`,
      (section, place) =>
        ['.coming-head', place].map((one) => section.querySelector(one)?.getBoundingClientRect()),
      figure,
    )
    expect(await page.innerText(`[data-list="${list}"] .coming-head`)).toBe(head)
    expect(ends[0]?.right).toBeCloseTo(ends[1]?.right ?? 0, 0)
  }
  expect(await page.locator('[data-list="no time known"] .coming-head').count()).toBe(0)
})

test('[GEW9] a name without a time has the room of the time, and is read from five metres', async () => {
  const page = await openSchedule()
  const name = page.locator('[data-list="no time known"] .due-name').first()
  expect(await name.innerText()).toBe('Aberdeenshire North and Moray East')
  const size = await name.evaluate((element) =>
    Number.parseFloat(getComputedStyle(element).fontSize),
  )
  expect(size).toBeGreaterThanOrEqual(38)
})

test('[GEW9] no name on the schedule is smaller than two lines of it can be', async () => {
  const page = await openSchedule()
  const sizes = await page.$$eval('.due-name', (all) =>
    all.map((name) => Number.parseFloat(getComputedStyle(name).fontSize)),
  )
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(36)
  const { contests } = await definitionOf('2019-12-12-general-election')
  const names = contests.map(({ constituency: { name } }) => [name, fit(name, 8, 82)] as const)
  const high = await page.$eval(
    '[data-list="overdue"] .due-name',
    (row, all) =>
      all.flatMap(([name, style]) => {
        row.replaceChildren(name)
        for (const [key, text] of Object.entries(style)) row.style.setProperty(key, text)
        return row.scrollHeight > 76 ? [name] : []
      }),
    names,
  )
  expect(high).toEqual([])
})

test('[GEW9] the schedule says what its star means, also where what to watch has no list', async () => {
  const page = await openSchedule()
  expect(await page.locator('[data-list="to watch"]').count()).toBe(0)
  expect(await page.innerText('.coming-star')).toContain('★ To watch')
})
