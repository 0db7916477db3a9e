import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, phone, wall } from './support/browser.ts'
import { declaredIn, fate, isAt, keyIn, openHall, papers, sarah, votes } from './support/hall.ts'
import { openHouse } from './support/house.ts'
import { midBedfordshire, october, tamworth } from './support/night.ts'
import { until } from './support/until.ts'
import { violationsOn } from './support/violations.ts'

test('[ENT1 ENT5 ENT6 ENT8] Tamworth by keyboard: from opening the form to the strap on another screen', async () => {
  const hall = await openHall()
  const { page: screen } = await openPage()
  await screen.goto(`${hall.server.url}/wall?night=${hall.night}`)
  const { page, complaints } = await openPage()
  await page.goto(hall.address(tamworth))
  await isAt(page, 'figure-robert-bilcliff')
  expect(page.url()).not.toContain('token')
  await keyIn(page, [...votes, ...papers])
  expect(await page.innerText('.sum-words')).toBe('Adds up to 25,586 of 25,586')
  expect(await page.inputValue('[data-box="figure-sarah-edwards"]')).toBe('•••••')
  await isAt(page, 'again-andy-cooper')
  await page.keyboard.press('Shift+Enter')
  await isAt(page, 'time')
  await page.keyboard.press('Enter')
  await keyIn(page, ['10403', '11719'])
  await isAt(page, 'elected')
  expect(await page.innerText('.elected')).toContain('Sarah Edwards, Labour, is elected')
  await page.keyboard.type(sarah)
  await page.keyboard.press('Enter')
  await isAt(page, 'send')
  expect(await declaredIn(hall)).toEqual([])
  await page.keyboard.press('Enter')
  await screen.waitForSelector('.strap >> text=1,316')
  await fate(page, 'published')
  expect(await page.innerText('.fate')).toContain('On the screens of this rehearsal as event 2')
  expect(await page.innerText('[role="status"]')).toContain('event 2')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  expect(complaints).toEqual([])
})

test('[ENT2] a draft survives a reload and a lost connection and is sent once', async () => {
  const hall = await openHall()
  const { page } = await openPage(phone)
  await page.goto(hall.address(tamworth))
  await isAt(page, 'figure-robert-bilcliff')
  await keyIn(page, votes.slice(0, 4))
  await page.reload()
  await isAt(page, 'figure-howling-laud-hope')
  expect(await page.inputValue('[data-box="figure-sarah-edwards"]')).toBe('11 719')
  await keyIn(page, [...votes.slice(4), ...papers, '10403', '11719', sarah])
  const kept = () => page.evaluate(() => JSON.stringify(Object.values(localStorage)))
  expect(await kept()).not.toContain(hall.token)

  // What is sent arrives, and no answer comes back; then nothing arrives at all.
  const bodies: (string | null)[] = []
  await page.route('**/declarations', async (route) => {
    bodies.push(route.request().postData())
    if (bodies.length === 1) await route.fetch()
    await route.abort()
  })
  await page.keyboard.press('Enter')
  await page.waitForSelector('.fate >> text=Not sent yet: no connection.')
  await page.reload()
  await page.waitForSelector('.fate >> text=Not sent yet: no connection.')
  expect(await page.innerText('[role="status"]')).toContain('It will be sent once, by itself.')
  await page.unroute('**/declarations')
  await fate(page, 'published')
  expect(bodies.length).toBeGreaterThan(1)
  expect(new Set(bodies).size).toBe(1)
  expect(await declaredIn(hall, 1)).toHaveLength(1)
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('[ENT3] what does not add up or names another winner is not sent', async () => {
  const hall = await openHall()
  const { page } = await openPage()
  const posts: string[] = []
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
  await page.goto(hall.address(tamworth))
  await isAt(page, 'figure-robert-bilcliff')
  await keyIn(page, ['436', '10,403', '1373', '9719', ...votes.slice(4), '44', '25586', '', '', ''])
  expect(await page.innerText('.sum-words')).toBe('2,000 fewer than the total')
  await isAt(page, 'send')
  await page.keyboard.press('Enter')
  await isAt(page, 'valid')
  await page.fill('[data-box="figure-sarah-edwards"]', '11,729')
  await page.waitForSelector('.reason >> text=11,719 for Sarah Edwards instead of 11,729')
  await page.fill('[data-box="figure-sarah-edwards"]', '11,71')
  await page.focus('[data-box="valid"]')
  await page.waitForSelector('.box-fault >> text=“11,71” looks half written')
  await page.fill('[data-box="figure-sarah-edwards"]', '11,719')
  // A covered figure shows itself to whoever goes there, and is replaced by what is typed.
  await page.focus('[data-box="valid"]')
  expect(await page.inputValue('[data-box="figure-sarah-edwards"]')).toBe('•••••')
  await page.focus('[data-box="figure-sarah-edwards"]')
  expect(await page.inputValue('[data-box="figure-sarah-edwards"]')).toBe('11,719')
  await page.keyboard.type('11719')
  expect(await page.inputValue('[data-box="figure-sarah-edwards"]')).toBe('11719')
  await page.fill('[data-box="again-andy-cooper"]', '10430')
  await page.focus('[data-box="again-sarah-edwards"]')
  await page.waitForSelector('.box-fault >> text=Not the figure that was keyed first')
  await page.fill('[data-box="again-andy-cooper"]', '10403')
  await page.fill('[data-box="again-sarah-edwards"]', '11719')
  await page.selectOption('[data-box="elected"]', 'andy-cooper')
  await page.waitForSelector('.box-fault >> text=Andy Cooper was read out as elected')
  await page.click('.send')
  await isAt(page, 'elected')
  expect(posts).toEqual([])
  await page.selectOption('[data-box="elected"]', 'sarah-edwards')
  await page.click('.send')
  await fate(page, 'published')
})

test('[ENT8] without a seat the address lists those of the night, to be found by name', async () => {
  const { server } = await openHouse()
  const { page } = await openPage(phone)
  await page.goto(`${server.url}/entry?night=${october}`)
  await page.fill('[type="search"]', 'bedford')
  await until('one is left', async () => (await page.locator('.seat-list li').count()) === 1)
  await page.click('.seat-list a')
  await page.waitForSelector('.token-page')
  expect(page.url()).toContain(`/entry/${midBedfordshire}?night=${october}`)
})

/** Whether something runs over the side, and what axe finds. */
const faultsOn = async (page: Page): Promise<unknown[]> => [
  await page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
  await violationsOn(page),
]
const none = [false, []]

test.each([wall, phone])(
  '[ENT4] axe finds nothing from the first box to the last, $width wide, and nothing runs sideways',
  async (view) => {
    const hall = await openHall()
    const { page, complaints } = await openPage(view)
    await page.goto(hall.address(tamworth))
    await isAt(page, 'figure-robert-bilcliff')
    expect(await faultsOn(page)).toEqual(none)
    await keyIn(page, [...votes, ...papers])
    expect(await faultsOn(page)).toEqual(none)
    await keyIn(page, ['10403', '11719', 'Andy'])
    expect(await faultsOn(page)).toEqual(none)
    expect(complaints).toEqual([])
  },
)

test('[ENT4] axe finds nothing where figures are wrong, on a phone', async () => {
  const hall = await openHall()
  const { page } = await openPage(phone)
  await page.goto(hall.address(tamworth))
  await isAt(page, 'figure-robert-bilcliff')
  await keyIn(page, ['11,71', ...votes.slice(1), '44', '25586', '1', '1', 'soon'])
  expect(await faultsOn(page)).toEqual(none)
})

test('[ENT4] axe finds nothing where seats are listed, on a phone', async () => {
  const { server } = await openHouse()
  const { page } = await openPage(phone)
  await page.goto(`${server.url}/entry?night=${october}`)
  await page.waitForSelector('.seat-list')
  expect(await faultsOn(page)).toEqual(none)
})
