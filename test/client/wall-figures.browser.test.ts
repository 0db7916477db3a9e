import { type Figure, figuresOf, fitRow } from '@night/client/wall/figures-of'
import { emptyBoard } from '@night/shared/board'
import { expect, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { openHouse } from '../support/house.ts'
import { declarationOf, definitionOf, isResult, recordedLog } from '../support/night.ts'
import { stillReplay } from '../support/still-replay.ts'

const july = '2024-07-04-general-election'
const nights = ['2019-12-12-general-election', july] as const

type Row = {
  readonly name: string
  readonly figures: readonly Figure[]
  readonly style: Readonly<Record<string, string>>
}

const rowsOf = async (night: (typeof nights)[number]): Promise<Row[]> => {
  const { seatsById } = emptyBoard(await definitionOf(night), 'replay')
  return (await recordedLog(night)).filter(isResult).flatMap((result) => {
    const { id, name } = result.constituency
    const seat = seatsById[id]
    const figures = seat ? figuresOf(seat.contest, result) : []
    return seat ? [{ name, figures, style: fitRow(figures) }] : []
  })
}

/** A wall that stands still with a result on its strap. */
const openStrap = async (at = '2024-07-05T03:40:00.000Z') => {
  const { server, desk } = await openHouse()
  const { night } = await stillReplay(desk, july, at)
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.waitForSelector('.strap .figure')
  await page.evaluate(() => document.fonts.ready.then(() => true))
  return page
}

test('[GEW13] beside the map no figure of any result of two general elections is cut', async () => {
  const page = await openStrap()
  const all = (await Promise.all(nights.map(rowsOf))).flat()
  expect(all).toHaveLength(1300)
  const cut = await page.evaluate((rows) => {
    const list = document.querySelector<HTMLElement>('.strap .figures')
    const like = list?.querySelector('.figure')
    if (!list || !like) return ['There is no row.']
    const made = ({ label, value }: { readonly label: string; readonly value: string }): Node => {
      const figure = like.cloneNode(true)
      if (!(figure instanceof HTMLElement)) return figure
      figure.querySelector('dt')?.replaceChildren(label)
      figure.querySelector('.figure-value')?.replaceChildren(value)
      return figure
    }
    return rows.flatMap(({ name, figures, style }) => {
      list.replaceChildren(...figures.map(made))
      for (const [key, text] of Object.entries(style)) list.style.setProperty(key, text)
      return list.scrollWidth > list.clientWidth ? [name] : []
    })
  }, all)
  expect(cut).toEqual([])
})

test('[GEW1] the scoreboard stands in the same place below a hold and below a gain', async () => {
  const { server, desk } = await openHouse()
  const topOf = async (at: string, declared: number, verdict: string): Promise<number> => {
    const { night } = await stillReplay(desk, july, at)
    const { page } = await openPage()
    await page.goto(`${server.url}/wall?night=${night}`)
    await page.waitForSelector(`.count-declared >> text="${declared}"`)
    await page.waitForSelector(`.strap[data-verdict="${verdict}"]`)
    await page.evaluate(() => document.fonts.ready.then(() => true))
    return page.$eval('.score', (score) => score.getBoundingClientRect().top)
  }
  const hold = await topOf('2024-07-05T03:08:20.000Z', 282, 'hold')
  expect(await topOf('2024-07-05T03:40:00.000Z', 400, 'gain')).toBeCloseTo(hold, 0)
})

test('[GEW2] below a strap three of a minute are not told as if they were all of it', async () => {
  const page = await openStrap()
  await page.waitForSelector('text=Among 5 declared at 4.40am')
  expect(await page.locator('#just-declared + .news > li').count()).toBe(3)
  const widths = await page.$eval('#just-declared', ({ scrollWidth, clientWidth }) => ({
    scrollWidth,
    clientWidth,
  }))
  expect(widths.scrollWidth).toBe(widths.clientWidth)
})

test('[GEW2] where a long name leaves no room for one of a minute’s four, the list says so too', async () => {
  const page = await openStrap('2024-07-05T02:20:00.000Z')
  await page.waitForSelector('.strap-when >> text=3.20am')
  expect(await page.locator('#just-declared + .news > li').count()).toBe(2)
  expect(await page.innerText('#just-declared')).toBe('Among 4 declared at 3.20am')
})

test('[GEW5] in the list of what is due a seat that was called has its winner’s letter', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(july)
  await desk.say(night, 'flashes', { constituency: 'E14001536', candidate: 'will-stone' })
  await desk.reached(night, 2)
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.waitForSelector('.strap[data-state="flash"]')
  const line = await page.innerText('.news-line[data-seat="E14001536"]')
  expect(line.replaceAll(/\s+/g, ' ')).toMatch(/Swindon North L/)
})

test('[SCR10] the line to a majority is there where the system chooses the colours', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await page.goto(`${server.url}/wall?night=2024-07-04-general-election`)
  await page.waitForSelector('.score-line', { state: 'attached' })
  const drawn = await page.$eval(
    '.score-line',
    (line) => getComputedStyle(line, '::after').backgroundImage,
  )
  expect(drawn).toContain('gradient')
})

test('[GEW8] a night that is closed with seats still to declare ends on the wall too', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(july)
  await desk.declare(night, await declarationOf(july, 'E14001174'))
  await desk.reached(night, 2)
  await desk.say(night, 'closing', {})
  await desk.reached(night, 3)
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${night}`)
  const ending = await page.waitForSelector('[data-summary="ending"]')
  const said = await ending.innerText()
  expect(said).toContain('NO MAJORITY YET')
  expect(said).toContain('1 seat, net +1; 1 seat changed hands')
  expect(await page.innerText('[data-tally]')).toMatch(/^1\s+of 650 declared$/)
})

test.each([
  ['Islington North', 'E14001305', ['Lib Dem', 'Lab']],
  ['Belfast East', 'N05000001', ['DUP', 'Alliance']],
])('[GEW7] below the swingometer no party’s name is cut: %s', async (_name, seat, parties) => {
  const { server, desk } = await openHouse()
  const night = await desk.open(july)
  await desk.declare(night, await declarationOf(july, seat))
  await desk.reached(night, 2)
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.waitForSelector('.dial-name')
  await page.evaluate(() => document.fonts.ready.then(() => true))
  const names = page.locator('.dial-name')
  expect((await names.allTextContents()).toSorted()).toEqual(parties.toSorted())
  const edges = await page.$$eval('.dial-name', (all) =>
    all.map((name) => {
      const [box, dial] = [name, name.closest('svg') ?? name].map((e) => e.getBoundingClientRect())
      return box && dial ? Math.min(box.left - dial.left, dial.right - box.right) : -1
    }),
  )
  expect(Math.min(...edges)).toBeGreaterThanOrEqual(0)
})
