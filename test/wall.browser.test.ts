import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { drawn } from './soak/cost.ts'
import { openPage, phone, wall } from './support/browser.ts'
import { caller } from './support/call.ts'
import { createDesk } from './support/desk.ts'
import { environmentOf, openHouse } from './support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from './support/night.ts'
import { freePort } from './support/free-port.ts'
import { pourInto } from './support/pour.ts'
import { openProcess } from './support/processes.ts'
import { openRedis } from './support/redis-client.ts'
import { openScreen } from './support/screen.ts'
import { until } from './support/until.ts'
import { violationsOn } from './support/violations.ts'

const seatIs = (page: Page, seat: string, state: string) =>
  page.waitForSelector(
    `[data-seat="${seat}"][data-state="${state}"], [data-seat="${seat}"] [data-state="${state}"]`,
  )
const textOf = (page: Page): Promise<string> => page.innerText('main')

test('[SCR2] a declaration reaches the wall while somebody watches, with everything that is said of it', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const { page, complaints } = await openPage()
  await page.goto(`${server.url}/wall?night=${night}`)
  await desk.reached(night, 1)
  await page.waitForSelector('[data-seq="1"] [data-state="fresh"]', { state: 'attached' })
  await desk.declare(night, await declarationOf(october, tamworth))
  await page.waitForSelector(`[data-seat="${tamworth}"] >> text=1,316`)
  const text = (await textOf(page)).replaceAll('\n', ' ')
  for (const said of [
    'LAB',
    'GAIN',
    'from CON',
    'Tamworth',
    '1,316',
    '19,634',
    '23.9',
    '35.9%',
    'Mid Bedfordshire',
  ]) {
    expect(text).toContain(said)
  }
  expect(text).toContain('Second-highest by-election swing to Labour since 1945')
  await until('it is spoken once', async () =>
    (await page.innerText('[role="status"]')).includes('2.45am Tamworth: LAB GAIN from CON'),
  )
  expect(complaints).toEqual([])
})

test('[SCR9] a declaration moves nothing on the wall of who wants no motion', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const { page } = await openPage()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.addInitScript(() => {
    const note = ({ animationName }: AnimationEvent) => {
      document.documentElement.dataset['moved'] = animationName
    }
    addEventListener('animationstart', note, true)
  })
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.waitForSelector('[data-seq="1"] [data-state="fresh"]', { state: 'attached' })
  await desk.declare(night, await declarationOf(october, tamworth))
  await page.waitForSelector('.strap-new')
  await page.evaluate(drawn)
  expect(await page.getAttribute('html', 'data-moved')).toBe(null)
})

test('[FEED17] a browser among many screens reads what was deflated together, and misses nothing', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const screens = Array.from({ length: 8 }, () => openScreen(server.url, { night }))
  const { page, complaints } = await openPage()
  const shakes: string[] = []
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  devtools.on('Network.webSocketHandshakeResponseReceived', ({ response }) =>
    shakes.push(JSON.stringify(response.headers)),
  )
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.waitForSelector('[data-seq="1"] [data-state="fresh"]', { state: 'attached' })
  expect(shakes.join(' ')).toMatch(/permessage-deflate/)
  const board = await until('all are there', () =>
    screens.every(({ seen }) => seen.board?.seq === 1) ? screens[0]?.seen.board : null,
  )
  await pourInto(openRedis(), { night, head: board, count: 200 })
  await page.waitForSelector('[data-seq="201"]')
  expect(complaints).toEqual([])
})

test('[SCR3] the first picture is right without a connection, and says that it is a replay', async () => {
  const { server, desk } = await openHouse()
  const { night } = await desk.replay({ of: october, speed: 'max' })
  await until('it is over', async () => (await desk.board(night)).state === 'closed')
  const { page } = await openPage()
  await page.route('**/socket.io/**', (route) => route.abort())
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.waitForSelector(`[data-seat="${midBedfordshire}"] >> text=1,192`)
  const text = await page.innerText('body')
  expect(text).toContain('REPLAY')
  expect(text).toContain('24,664')
})

test('[SCR4] a wall outlives its server: it says that it is not connected, then holds what it missed', async () => {
  const environment = {
    ...(await environmentOf()),
    PORT: String(await freePort()),
  }
  const url = `http://127.0.0.1:${environment.PORT}`
  const house = { ...environment, DESK_TOKEN: 'rnd_the-desk-of-the-tests' }
  await openProcess('worker', house)
  const server = await openProcess('server', house)
  const desk = createDesk(caller(url))
  const night = await desk.open(october)
  await desk.declare(night, await declarationOf(october, tamworth))
  const { page } = await openPage()
  await page.goto(`${url}/wall?night=${night}`)
  await page.waitForSelector(`[data-seat="${tamworth}"] >> text=1,316`)
  await server.kill()
  await page.waitForSelector('text=/connection lost|reconnecting|not connected|delayed/i')
  expect(await textOf(page)).toContain('1,316')
  await server.start()
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await page.waitForSelector(`[data-seat="${midBedfordshire}"] >> text=1,192`)
}, 60_000)

test('[WALL12] a view token comes behind the #, opens a protected night, and leaves the address', async () => {
  // Every sign that a token may have; "+" is one of base64's.
  const token = 'a+view/token=of.the~tests_and-more'
  const { server } = await openHouse({ VIEW_TOKEN: token })
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${october}`)
  await page.waitForSelector('[data-problem="no-token"]')
  await page.goto(`${server.url}/wall?night=${october}&again=1#token=${token}`)
  await page.waitForSelector(`[data-seat="${tamworth}"] >> text=1,316`)
  expect(page.url()).not.toContain('token')
})

test.each([
  { name: 'a wall', view: wall },
  { name: 'a phone', view: phone },
])('[SCR5] on $name nothing is cut off, and axe finds nothing', async ({ view }) => {
  const { server } = await openHouse()
  const { page, complaints } = await openPage(view)
  await page.goto(`${server.url}/wall?night=${october}`)
  await seatIs(page, tamworth, 'declared')
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(sideways).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
  expect(await violationsOn(page)).toEqual([])
})
