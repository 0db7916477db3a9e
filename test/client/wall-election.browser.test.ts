import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { openFragileLine } from '../soak/fragile-line.ts'
import { openPage, phone, wall } from '../support/browser.ts'
import { openHouse } from '../support/house.ts'
import { stillReplay } from '../support/still-replay.ts'
import { until } from '../support/until.ts'
import { violationsOn } from '../support/violations.ts'

const night = '2024-07-04-general-election'
const camborne = 'E14001148'

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('[GEW4] the wall of a general election has every seat on the map, and one stop for the Tab key', async () => {
  const { server } = await openHouse()
  const { page, complaints } = await openPage()
  await page.goto(`${server.url}/wall?night=${night}`)
  await until('the map is drawn', async () => (await page.locator('[data-cell]').count()) === 650)
  expect(await page.locator('[data-cell][tabindex="0"]').count()).toBe(1)
  expect(await page.locator('[data-cell][aria-label*=", majority "]').count()).toBe(650)
  expect(await page.locator('[data-cell][aria-label*=" GAIN "]').count()).toBe(303)
  expect(await page.innerText('main')).toContain('Open Innovations, MIT')
  expect(complaints).toEqual([])
})

test('[GEW6] arrows and letters move the focus on the map', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.locator('[data-cell][tabindex="0"]').focus()
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
  const before = await focused()
  await page.keyboard.press('ArrowDown')
  expect(await focused()).not.toBe(before)
  await page.keyboard.type('camb')
  await until('Camborne has the focus', async () => (await focused()).startsWith('Camb'))
  expect(await page.locator('[data-cell][tabindex="0"]').count()).toBe(1)
})

test.each([
  { name: 'a wall', view: wall },
  { name: 'a phone', view: phone },
])('[GEW11] on $name nothing runs over the side, and axe finds nothing', async ({ view }) => {
  const { server } = await openHouse()
  const { page, complaints } = await openPage(view)
  for (const [path, first] of [
    ['/wall', '[data-cell]'],
    ['/wall/schedule', '[data-list]'],
    ['/wall/battleground', `[data-seat="${camborne}"]`],
  ] as const) {
    await page.goto(`${server.url}${path}?night=${night}&from=con&to=lab`)
    await page.waitForSelector(first, { state: 'attached' })
    expect([path, await sideways(page), await violationsOn(page)]).toEqual([path, 0, []])
  }
  expect(complaints).toEqual([])
})

/** From now on, what changes in the picture: the seat of a cell, or the name of another element. */
const watchStage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const touched = new Set<string>()
    Object.assign(globalThis, { touched })
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        const cell = element?.closest<HTMLElement>('[data-cell]')
        touched.add(cell?.dataset['cell'] ?? `other: ${element?.nodeName}`)
      }
    }).observe(document.querySelector('main') ?? document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
  })

/** What changed since it was last asked. */
const touchedOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const touched: unknown = Reflect.get(globalThis, 'touched')
    if (!(touched instanceof Set)) throw new Error('Nobody watches')
    const names = [...touched].map(String)
    touched.clear()
    return names
  })

const Layouts = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      args: z.object({ data: z.object({ nodeName: z.string().optional() }).optional() }),
    }),
  ),
})

/** What the browser has to lay out because of what happens. */
const layoutsIn = async (page: Page, happens: () => Promise<void>): Promise<string[]> => {
  const browser = page.context().browser()
  const categories = [
    'devtools.timeline',
    'disabled-by-default-devtools.timeline.invalidationTracking',
  ]
  await browser?.startTracing(page, { categories })
  await happens()
  const trace = await browser?.stopTracing()
  return Layouts.parse(JSON.parse(String(trace))).traceEvents.flatMap(({ name, args }) =>
    name === 'LayoutInvalidationTracking' ? [args.data?.nodeName ?? ''] : [],
  )
}

test('[GEW4] a declaration touches its own cells of the map and no other', async () => {
  const { server, desk } = await openHouse()
  const replay = await stillReplay(desk, night, '2024-07-05T02:00:00.000Z')
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${replay.night}`)
  await page.waitForSelector('[data-cell]')
  const seq = Number(await page.getAttribute('[data-seq]', 'data-seq'))
  await watchStage(page)
  await desk.step(replay.id)
  await until(
    'more is declared',
    async () => Number(await page.getAttribute('[data-seq]', 'data-seq')) > seq,
  )
  // The map is drawn by hand, after the rest of the picture.
  const cells = await until('a cell is drawn', async () => {
    const touched = (await touchedOn(page)).filter((name) => !name.startsWith('other'))
    return touched.length > 0 && touched
  })
  const { events } = await desk.events(replay.night, seq)
  const declared = events.flatMap((event) =>
    'constituency' in event && event.constituency ? [event.constituency.id] : [],
  )
  expect(cells.filter((cell) => !declared.includes(cell))).toEqual([])
})

test('[GEW4] a declaration does not lay the map out again', async () => {
  const { server, desk } = await openHouse()
  const replay = await stillReplay(desk, night, '2024-07-05T02:00:00.000Z')
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${replay.night}`)
  await page.waitForSelector('[data-cell]')
  const seq = Number(await page.getAttribute('[data-seq]', 'data-seq'))
  const laidOut = await layoutsIn(page, async () => {
    await desk.step(replay.id)
    await page.waitForFunction(
      (before) =>
        Number(document.querySelector<HTMLElement>('[data-seq]')?.dataset['seq']) > before,
      seq,
    )
  })
  expect(laidOut).toContain('#text')
  expect(laidOut.filter((name) => name.startsWith("a class='cell'"))).toEqual([])
})

test('[GEW4] a line that broke and missed nothing touches nothing of the picture', async () => {
  const { server } = await openHouse()
  const line = await openFragileLine(server.url)
  onTestFinished(line.close)
  const { page } = await openPage()
  await page.goto(`${line.url}/wall?night=${night}`)
  await page.waitForSelector('[data-cell]')
  await page.waitForSelector('.truth[data-state="fresh"]')
  await watchStage(page)
  line.cut()
  await page.waitForSelector('.truth[data-state="lost"]')
  await page.waitForSelector('.truth[data-state="fresh"]')
  expect(await touchedOn(page)).toEqual([])
})

test('[GEW4] a minute that passes with nothing said touches nothing of a picture that is over', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  let heard = 0
  page.on('websocket', (socket) => socket.on('framereceived', () => (heard += 1)))
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.waitForSelector('[data-cell]')
  await page.waitForSelector('.truth[data-state="fresh"]')
  await watchStage(page)
  const before = heard
  await page.clock.setSystemTime(Date.now() + 120_000)
  // The server gives a sign of life every second, and the page looks at its clock five times as often.
  await until('the page has heard the server three times more', () => heard >= before + 3)
  expect(await touchedOn(page)).toEqual([])
})
