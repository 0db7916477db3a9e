import { expect, test } from 'vitest'
import { openPage, phone, wall } from './support/browser.ts'
import { deskToken } from './support/call.ts'
import { openHouse } from './support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth, withVotes } from './support/night.ts'
import { until } from './support/until.ts'
import { violationsOn } from './support/violations.ts'

/** A night on which both seats have declared, Tamworth with a hundred votes too many. */
const withBoth = async (more: NodeJS.ProcessEnv = {}) => {
  const house = await openHouse(more)
  const night = await house.desk.open(october)
  const right = await declarationOf(october, tamworth)
  const wrong = { ...withVotes(right, { 'sarah-edwards': 11_819 }), valid: right.valid + 100 }
  await house.desk.declare(night, wrong)
  await house.desk.reached(night, 2)
  await house.desk.declare(night, await declarationOf(october, midBedfordshire))
  await house.desk.reached(night, 3)
  const { url } = house.server
  return {
    ...house,
    night,
    right,
    work: `${url}/desk/held?night=${night}#token=${deskToken}`,
    log: `${url}/corrections?night=${night}`,
  }
}

test('[COR5] the blast radius is shown before a withdrawal is confirmed, and the correction log shows it afterwards', async () => {
  const { night, desk, work, log } = await withBoth()
  const { page: reader, complaints } = await openPage(phone)
  await reader.goto(log)
  await reader.waitForSelector('text=Nothing had to be put right.')
  const { page } = await openPage()
  await page.goto(work)
  await page.click('text=Correct or withdraw a seat')
  await page.selectOption('[name="put-right"]', tamworth)
  await page.waitForSelector('.reach')
  await page.waitForSelector('.reach >> text=2 screens at this server show this now')
  const reach = await page.innerText('.reach')
  for (const gone of [
    'LAB GAIN from CON, majority 1,416',
    'Lab one seat fewer',
    'Mid Bedfordshire:',
  ])
    expect(reach).toContain(gone)
  expect(await page.getAttribute('text=Correct the figures', 'href')).toBe(
    `/entry/${tamworth}?night=${night}`,
  )
  await page.click('[data-into="withdraw"]')
  await page.waitForSelector('dialog >> text=Withdraw Tamworth, revision 1?')
  await page.click('dialog .do')
  await page.waitForSelector('dialog >> text=Say why, in words')
  expect((await desk.events(night)).seq).toBe(3)
  await page.fill('dialog textarea', 'A court has voided it')
  await page.click('dialog .do')
  await page.waitForSelector('.told >> text=Withdrawal of Tamworth. Published: number 4')
  await page.waitForSelector('.told:focus')
  await reader.waitForSelector('.log-entry[data-kind="withdrawn"]')
  const entry = await reader.innerText('.log-entry')
  for (const said of [
    'WITHDRAWN',
    'Tamworth',
    'A court has voided it',
    'The desk',
    'Lab one seat fewer',
    'Revision 1',
  ])
    expect(entry).toContain(said)
  expect(complaints).toEqual([])
})

test('[COR5] an entry says what stands now, and no longer when that has gone too', async () => {
  const { night, desk, right, log } = await withBoth()
  const { page } = await openPage()
  await page.goto(log)
  const reason = 'A bundle was counted twice'
  await desk.declare(night, { ...right, revision: 2, reason })
  await page.waitForSelector(`text=${reason}`)
  const entries = page.locator('.log-entry')
  await entries.locator('text=Stands now').waitFor()
  expect(await entries.innerText()).toContain('majority 1,316, overturning 19,634')
  expect(await entries.innerText()).toContain(
    'Revision 2, number 4 of the night, instead of number 2',
  )
  await desk.say(night, 'withdrawals', { constituency: tamworth, revision: 2, reason: 'Voided' })
  await entries.nth(1).locator('text=Does not stand any more; withdrawn since').waitFor()
  expect(await entries.first().innerText()).toContain('Voided')
  await desk.declare(night, { ...right, revision: 3, reason: 'Counted again' })
  const taken = entries.nth(1).locator('div', { hasText: 'No figures of this constituency' })
  await taken.locator('text=Stood after it; now revision 3').waitFor()
  const feed = await page.getAttribute('text=Atom feed', 'href')
  expect(feed).toBe(`/api/nights/${night}/corrections.atom`)
})

test('[COR5] who writes why is told of a correction meanwhile, keeps what is written, and is asked again', async () => {
  const { night, desk, right, work } = await withBoth()
  const { page } = await openPage()
  await page.goto(work)
  await page.click('text=Correct or withdraw a seat')
  await page.selectOption('[name="put-right"]', tamworth)
  await page.click('[data-into="withdraw"]')
  await page.waitForSelector('dialog >> text=Withdraw Tamworth, revision 1?')
  await page.fill('dialog textarea', 'It was another seat’s')
  await desk.declare(night, { ...right, revision: 2, reason: 'A bundle was counted twice' })
  const words = 'Revision 2 stands now, and no longer revision 1.'
  await page.waitForSelector(`dialog .question >> text=${words}`)
  await page.waitForSelector(`[role="status"] >> text=${words}`, { state: 'attached' })
  expect(await page.inputValue('dialog textarea')).toBe('It was another seat’s')
  await page.waitForSelector('.reach >> text=majority 1,316')
  await page.click('dialog .do >> text=Yes: revision 2')
  await page.waitForSelector('dialog .do >> text=Withdraw Tamworth')
  expect((await desk.events(night)).seq).toBe(4)
  await page.click('dialog .do')
  await page.waitForSelector('.told >> text=Withdrawal of Tamworth. Published: number 5')
  await desk.reached(night, 5)
  expect((await desk.board(night)).seatsById[tamworth]?.withdrawn).toMatchObject({
    revision: 2,
    reason: 'It was another seat’s',
  })
})

test('[COR5] a protected log opens with the view token behind the #', async () => {
  const { log } = await withBoth({ VIEW_TOKEN: 'the-view-token-of-the-tests' })
  const { page } = await openPage()
  await page.goto(log)
  await page.waitForSelector('[data-problem="no-token"]')
  await page.goto('about:blank')
  await page.goto(`${log}#token=the-view-token-of-the-tests`)
  await page.waitForSelector('text=Nothing had to be put right.')
  expect(page.url()).not.toContain('token')
})

test.each([wall, phone])(
  '[HLD7] axe finds nothing on the corrections, $width wide, and nothing is cut off',
  async (view) => {
    const { night, desk, right, log } = await withBoth()
    await desk.declare(night, { ...right, revision: 2, reason: 'A bundle was counted twice' })
    await desk.reached(night, 4)
    await desk.say(night, 'withdrawals', { constituency: tamworth, revision: 2, reason: 'Voided' })
    await desk.reached(night, 5)
    const { page, complaints } = await openPage(view)
    await page.goto(log)
    await until('both are there', async () => (await page.locator('.log-entry').count()) === 2)
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(sideways).toBeLessThanOrEqual(0)
    expect(await violationsOn(page)).toEqual([])
    expect(complaints).toEqual([])
  },
)

test('[COR5] a correction that could not be read just then is read as soon as it can be', async () => {
  const { night, desk, right, log } = await withBoth()
  const { page } = await openPage()
  await page.goto(log)
  await page.waitForSelector('text=Nothing had to be put right.')
  let asked = 0
  await page.route('**/corrections', (route) => {
    asked += 1
    return route.fulfill({ status: 503, json: { detail: 'Not now.' } })
  })
  await desk.declare(night, { ...right, revision: 2, reason: 'A bundle was counted twice' })
  await until('it is asked for', () => asked > 0)
  await page.unroute('**/corrections')
  await page.waitForSelector('.log-entry >> text=A bundle was counted twice')
  expect(await page.locator('text=Not now.').count()).toBe(0)
})
