import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './support/browser.ts'
import { openHouse } from './support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from './support/night.ts'
import { root } from './support/root.ts'
import { embedIn, openSite } from './support/site.ts'
import { until } from './support/until.ts'
import { violationsOn } from './support/violations.ts'

const july = '2024-07-04-general-election'
const pictures = ['strap', 'score', 'map'] as const

const heightOf = (page: Page): Promise<number> =>
  page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height)

test.each(pictures)(
  '[EMB1 EMB2] one line puts the %s into a page, as high as it is',
  async (what) => {
    const { line, visit } = await openSite()
    const { page, complaints } = await openPage({ width: 700, height: 900 })
    await visit(page, line(july, what))
    const frame = await embedIn(page)
    await frame.waitForSelector(
      what === 'map' ? '.cell[aria-label*=" GAIN "]' : '.picture .graphic',
    )
    const inside = () => frame.locator('main').evaluate((main) => main.scrollHeight)
    await until(
      'the frame is as high',
      async () => Math.abs((await heightOf(page)) - (await inside())) <= 3,
    )
    expect(await page.locator('iframe').getAttribute('title')).toMatch(/^Results night: the /)
    expect(await page.locator('iframe').getAttribute('sandbox')).toMatch(/^allow-scripts /)
    const names = 'Object.keys(window).filter((name) => /night|embed/i.test(name))'
    expect(await page.evaluate(names)).toEqual([])
    expect(complaints).toEqual([])
  },
)

test('[EMB1 EXP11] the lines of the page for web desks are enough', async () => {
  const { visit, server } = await openSite()
  const page = await readFile(join(root, 'docs', 'exports.md'), 'utf8')
  const lines = [...page.matchAll(/^```text\n([^]*?)^```$/gm)].map(([, html = '']) => html)
  expect(lines).toHaveLength(2)
  const screen = await openPage({ width: 320, height: 700 })
  for (const html of lines) {
    await visit(screen.page, html.replace('https://results.example', server.url))
    await (await embedIn(screen.page)).waitForSelector('.picture .graphic')
  }
})

test('[EMB1 EMB4] an embed follows a live night without a mark, from nothing yet to its results', async () => {
  const { line, visit, desk } = await openSite()
  const night = await desk.openLive({ from: october })
  await desk.reached(night, 1)
  const { page } = await openPage({ width: 320, height: 700 })
  await visit(page, line(night, 'strap'))
  const frame = await embedIn(page)
  await frame.waitForSelector('text=Nothing is declared yet. Polls close at 10.00pm.')
  await desk.declare(night, await declarationOf(october, tamworth))
  await frame.waitForSelector(`[data-seat="${tamworth}"] >> text=1,316`)
  expect(await frame.innerText('main')).not.toMatch(/Nothing is declared|LIVE|REHEARSAL/)
  expect(await frame.getAttribute('a', 'href')).toBe(`/seat/${tamworth}?night=${night}`)
  const grain = () =>
    frame.locator('.picture').evaluate((picture) => getComputedStyle(picture, '::after').content)
  expect(await grain()).toBe('none')
})

test('[EMB4] what is not live says so above the picture and in a grain', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await desk.reached(night, 2)
  const { page } = await openPage({ width: 320, height: 700 })
  const marks = {
    [night]: 'REHEARSAL: These are not real results.',
    [october]: 'RECORDED: Polling day was 19 October 2023.',
  }
  for (const [id, words] of Object.entries(marks)) {
    for (const what of pictures) {
      await page.goto(`${server.url}/embed/${what}?night=${id}`)
      await page.waitForSelector('main[data-shown="true"]')
      expect(await page.innerText('.note-of-mode')).toBe(words)
      const picture = page.locator('.picture')
      expect(await picture.evaluate((one) => getComputedStyle(one, '::after').content)).toBe('""')
    }
  }
  await page.goto(`${server.url}/embed/score?night=no-such-night`)
  await page.waitForSelector('text=There is no such night here.')
})

test('[EMB2] a page believes a height from our frame alone, and another origin is not told it', async () => {
  const { line, visit, server, site } = await openSite()
  const { page } = await openPage({ width: 700, height: 900 })
  await visit(page, line(july, 'score'))
  const frame = await embedIn(page)
  await frame.waitForSelector('.picture .graphic')
  const told = await until(
    'it has a height',
    async () => (await heightOf(page)) !== 420 && heightOf(page),
  )
  const heard = page.evaluate(
    () =>
      new Promise<string>((resolve) =>
        addEventListener('message', ({ data }) => data === 'mark' && resolve('mark')),
      ),
  )
  await page.evaluate(() => {
    postMessage({ type: 'results-night:height', height: 3000 }, '*')
    postMessage('mark', '*')
  })
  expect(await heard).toBe('mark')
  expect(await heightOf(page)).toBe(told)

  const listen = `<script>heights = []; addEventListener('message', ({ data }) => heights.push(data))</script>`
  const framed = (from: string) =>
    `${listen}<iframe title="score" src="${server.url}/embed/score?night=${july}&from=${encodeURIComponent(from)}"></iframe>`
  const heights = (): Promise<unknown[]> => page.evaluate('heights')
  await visit(page, framed('http://127.0.0.1:9'))
  await (await embedIn(page)).waitForSelector('.picture .graphic')
  await (await embedIn(page)).evaluate(() => parent.postMessage('after', '*'))
  await until('what comes after it is there', async () => (await heights()).length > 0)
  expect(await heights()).toEqual(['after'])
  await visit(page, framed(site.origin))
  await until('it tells its height', async () => (await heights()).length > 0)
  expect((await heights())[0]).toMatchObject({ type: 'results-night:height' })
})

test('[EMB3] the ground is what the page around says, else what the system says', async () => {
  const { line, visit } = await openSite()
  const { page } = await openPage({ width: 700, height: 900 })
  const groundOf = async (rest: string): Promise<string> => {
    await visit(page, line(july, 'score', rest))
    const frame = await embedIn(page)
    await frame.waitForSelector('.picture .graphic')
    return frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  }
  const [light, dark] = ['rgb(255, 255, 255)', 'rgb(11, 12, 12)']
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await groundOf('')).toBe(dark)
  expect(await groundOf(' data-ground="light"')).toBe(light)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await groundOf('')).toBe(light)
  expect(await groundOf(' data-ground="dark"')).toBe(dark)
})

test('[EMB5] a site that is not named shows no embed, and no site shows another page of ours', async () => {
  const { line, visit, server } = await openSite()
  const { page } = await openPage({ width: 700, height: 900 })
  const frameUrl = () =>
    until('the frame has gone somewhere', async () => {
      const url = (await embedIn(page)).url()
      return url !== 'about:blank' && url !== '' && url
    })
  await visit(page, line(july, 'score'))
  expect(await frameUrl()).toContain('/embed/score')
  await visit(page, `<iframe title="desk" src="${server.url}/desk?night=${july}"></iframe>`)
  expect(await frameUrl()).toMatch(/^chrome-error:/)
  const elsewhere = await openSite({ EMBED_ORIGINS: 'http://127.0.0.1:9' })
  await elsewhere.visit(page, elsewhere.line(july, 'score'))
  expect(await frameUrl()).toMatch(/^chrome-error:/)
})

test('[EMB6] axe finds nothing on an embed and nothing runs over the side', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  for (const width of [320, 700]) {
    await page.setViewportSize({ width, height: 900 })
    for (const ground of ['light', 'dark']) {
      for (const what of pictures) {
        await page.goto(`${server.url}/embed/${what}?night=${july}&ground=${ground}`)
        await page.waitForSelector(
          what === 'map' ? '.cell[aria-label*=" GAIN "]' : '.picture .graphic',
        )
        expect([width, ground, what, await violationsOn(page)]).toEqual([width, ground, what, []])
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect([width, what, over]).toEqual([width, what, 0])
      }
    }
  }
}, 90_000)

test('[EMB7] an embed takes no token and keeps nothing, and says when reading is closed', async () => {
  const token = 'the-view-token-of-tests'
  const { line, visit, server } = await openSite({ VIEW_TOKEN: token })
  const { page } = await openPage({ width: 700, height: 900 })
  await visit(page, line(july, 'score'))
  const frame = await embedIn(page)
  await frame.waitForSelector('text=Reading is closed: these results are not public.')
  await page.goto(`${server.url}/embed/score?night=${july}#token=${token}`)
  await page.waitForSelector('text=Reading is closed: these results are not public.')
  await page.goto(`${server.url}/embed/score`)
  await page.waitForSelector('main')
  expect(
    await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]'),
  ).toEqual([0, 0, ''])
})
