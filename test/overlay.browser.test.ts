import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './support/browser.ts'
import { graphics, liveNight, liveNightOfTwo } from './support/graphics.ts'
import { openHouse } from './support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth, withVotes } from './support/night.ts'
import { until } from './support/until.ts'

/** Whether every pixel outside the safe area, and any at all, is clear. */
const clearness = async (page: Page): Promise<{ outside: boolean; all: boolean }> => {
  const image = (await page.screenshot({ omitBackground: true })).toString('base64')
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const context = new OffscreenCanvas(1920, 1080).getContext('2d')
    if (!context) throw new Error('There is no canvas')
    context.drawImage(bitmap, 0, 0)
    const isClear = (...[x, y, width, height]: [number, number, number, number]) =>
      context
        .getImageData(x, y, width, height)
        .data.every((value, at) => at % 4 !== 3 || value === 0)
    const edges: [number, number, number, number][] = [
      [0, 0, 1920, 54],
      [0, 1026, 1920, 54],
      [0, 0, 96, 1080],
      [1824, 0, 96, 1080],
    ]
    return { outside: edges.every((edge) => isClear(...edge)), all: isClear(0, 0, 1920, 1080) }
  }, image)
}

test('[OVL1] each graphic is right in its first frame, on nothing, and within the safe area', async () => {
  const { address } = await liveNight()
  const { page, complaints } = await openPage()
  await page.route('**/socket.io/**', (route) => route.abort())
  for (const graphic of graphics) {
    await page.goto(address(graphic))
    await page.evaluate(() => document.fonts.ready)
    expect(await page.innerText('main')).toMatch(
      graphic === 'score' ? /1 of 2 declared/ : /Tamworth/,
    )
    // On a busy machine a picture was now and then taken before the ground was clear.
    await until(`nothing is around the ${graphic}`, async () => (await clearness(page)).outside)
    expect(await clearness(page)).toEqual({ outside: true, all: false })
    expect(await page.locator('.mark, [role="status"], [aria-live]').count()).toBe(0)
  }
  expect(complaints.filter((words) => !words.includes('ERR_FAILED'))).toEqual([])
})

test('[OVL1] strap, score and ticker do not overlap', async () => {
  const { address } = await liveNight()
  const { page } = await openPage()
  const boxes: Record<string, { y: number; height: number } | null> = {}
  for (const graphic of graphics) {
    await page.goto(address(graphic))
    boxes[graphic] = await page.locator('.graphic').boundingBox()
  }
  const { strap, score, ticker } = boxes
  expect((score?.y ?? 0) + (score?.height ?? 0)).toBeLessThanOrEqual(strap?.y ?? 0)
  expect((strap?.y ?? 0) + (strap?.height ?? 0)).toBeLessThanOrEqual(ticker?.y ?? 0)
})

test('[OVL6] a reason has the place of the party that lost the seat, where none did', async () => {
  const { address, desk, night } = await liveNight()
  const reason = 'The papers of two polling districts have been mixed, and are counted again'
  await desk.say(night, 'withdrawals', { constituency: tamworth, revision: 1, reason })
  await desk.reached(night, 3)
  const { page } = await openPage()
  await page.goto(address('strap'))
  await page.waitForSelector('[data-state="withdrawn"]')
  await page.evaluate(() => document.fonts.ready.then(() => true))
  expect(await page.innerText('.fact')).toBe(reason)
  const cut = await page.$$eval(
    '.foot, .fact',
    (all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length,
  )
  expect(cut).toBe(0)
})

test('[OVL3] a rehearsal leaves no pixel on an address for the air, and its mark on its own', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  await desk.declare(night, await declarationOf(october, tamworth))
  await until('Tamworth is in', async () => (await desk.board(night)).seatsById[tamworth]?.latest)
  const { page } = await openPage()
  for (const graphic of graphics) {
    await page.goto(`${server.url}/overlay/${graphic}?night=${night}`)
    await page.waitForSelector('main[data-settled]')
    expect(await clearness(page)).toEqual({ outside: true, all: true })
    await page.goto(`${server.url}/overlay/${graphic}?night=${night}&mode=rehearsal`)
    expect(await page.innerText('.graphic .mark')).toBe('REHEARSAL')
  }
})

test('[OVL6] a declaration comes, and a correction of it says so at once', async () => {
  const { address, desk, night } = await liveNight()
  const { page } = await openPage()
  await page.goto(address('strap'))
  await page.waitForSelector(`[data-seat="${tamworth}"][data-state="declared"] >> text=1,316`)
  const declaration = await declarationOf(october, tamworth)
  const [winner] = declaration.votes.toSorted((a, b) => b.votes - a.votes)
  if (!winner) throw new Error('Nobody stood')
  const votes = winner.votes - 1
  await desk.declare(night, {
    ...withVotes(declaration, { [winner.candidate]: votes }),
    valid: declaration.valid - 1,
    revision: 2,
    reason: 'One vote was counted twice',
  })
  await page.waitForSelector(`[data-state="corrected"] >> text=1,315`)
  expect(await page.innerText('main')).toMatch(/CORRECTION[^]*One vote was counted twice/)
})

test('[OVL2] with a delay a page shows nothing of what was published a moment ago', async () => {
  const { address } = await liveNight()
  const { page } = await openPage()
  await page.goto(`${address('strap')}&delay=600`)
  await page.waitForSelector('main[data-settled]')
  expect(await clearness(page)).toEqual({ outside: true, all: true })
})

test('[OVL8] what was asked for last is shown, also after next()', async () => {
  const { address } = await liveNightOfTwo()
  const { page } = await openPage()
  await page.goto(address('strap'))
  await page.waitForSelector(`[data-seat="${midBedfordshire}"]`)
  await page.evaluate('window.next()')
  await page.waitForSelector(`[data-seat="${tamworth}"]`)
  await page.evaluate(`window.update('{"seat":"${midBedfordshire}"}')`)
  await page.waitForSelector(`[data-seat="${midBedfordshire}"]`)
  await page.evaluate('window.next()')
  await page.waitForSelector(`[data-seat="${tamworth}"]`)
  await page.evaluate(`window.update('{"seat":null}')`)
  await page.waitForSelector(`[data-seat="${midBedfordshire}"]`)
  expect(await page.innerText('.name')).toBe('Mid Bedfordshire')
})

test('[OVL9] a ticker stays on air and turns its pages, though the clock of its machine is put back', async () => {
  const { address, desk, night } = await liveNight()
  const { page } = await openPage()
  await page.addInitScript(() => {
    const read = Date.now
    addEventListener('put-back', () => (Date.now = () => read() - 3_600_000))
  })
  await page.goto(address('ticker'))
  await desk.declare(night, await declarationOf(october, midBedfordshire))
  await page.waitForSelector('.tally >> text=2 of 2 declared')
  const shown = await page.getAttribute('.result', 'data-seat')
  await page.evaluate(() => dispatchEvent(new Event('put-back')))
  const other = shown === tamworth ? midBedfordshire : tamworth
  await page.waitForSelector(`.result[data-seat="${other}"]`)
  expect(await page.innerText('.tally')).toBe('2 of 2 declared')
})

test('[OVL8] play, stop, next and update', async () => {
  const { address } = await liveNightOfTwo()
  const { page } = await openPage()
  const seatAfter = async (call: string, seat: string) => {
    await page.evaluate(`window.${call}`)
    await page.waitForSelector(`[data-seat="${seat}"]`)
  }
  await page.goto(`${address('strap')}&start=waiting`)
  expect(await page.getAttribute('main', 'data-playing')).toBe('false')
  await seatAfter('play()', midBedfordshire)
  expect(await page.getAttribute('main', 'data-playing')).toBe('true')
  await seatAfter(`update('{"seat":"${tamworth}"}')`, tamworth)
  await seatAfter(`update('{"seat":null}')`, midBedfordshire)
  await seatAfter('next()', tamworth)
  await page.evaluate('window.stop()')
  expect(await page.getAttribute('main', 'data-playing')).toBe('false')
})
