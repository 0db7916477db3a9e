import { expect, test } from 'vitest'
import { openPage, phone, wall } from './support/browser.ts'
import { declaredIn, fate, isAt, keyIn, openHall, papers, sarah, votes } from './support/hall.ts'
import { declarationOf, midBedfordshire, october, tamworth } from './support/night.ts'
import { violationsOn } from './support/violations.ts'

/** A hall whose seat was declared as it was. */
const openDeclared = async () => {
  const hall = await openHall()
  const right = await declarationOf(october, tamworth)
  await hall.desk.declare(hall.night, right)
  await hall.desk.reached(hall.night, 2)
  return { ...hall, right }
}

test('[COR3 ENT6 ENT7 ENT8] a correction needs a reason, and what is refused or held back is told in words', async () => {
  const { right, ...hall } = await openDeclared()
  const { page } = await openPage()
  await page.goto(`${hall.server.url}/entry/${tamworth}?night=${hall.night}`)
  await page.fill('[type="password"]', hall.token)
  await page.keyboard.press('Enter')
  await page.click('.card-stands >> text=Write a correction')
  await isAt(page, 'figure-robert-bilcliff')
  await keyIn(page, [...votes, '45', '25586', '25630', '1316', ''])
  await page.waitForSelector('.doubt >> text=1 paper in the count was never verified')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await keyIn(page, ['10403', '11719', sarah])
  await isAt(page, 'reason')
  await keyIn(page, ['One more paper was found'])
  await page.waitForSelector('.reach >> text=Lab one seat fewer')
  await isAt(page, 'send')
  await page.keyboard.press('Enter')
  await fate(page, 'held')
  expect(await page.innerText('.fate')).toContain('1 paper in the count was never verified')
  await page.fill('[data-box="verified"]', '')
  await page.click('.send')
  await fate(page, 'published')
  expect((await declaredIn(hall, 2)).at(-1)).toMatchObject({
    kind: 'corrected',
    reason: 'One more paper was found',
    at: right.declaredAt,
    consequences: [],
  })
  await page.goto(hall.address(midBedfordshire))
  await page.waitForSelector('[data-box]')
  expect(await page.evaluate(() => sessionStorage.getItem('writing-token'))).toBe(hall.token)
})

test('[ENT7] a correction that was begun can be left: what was written of it is gone, and nothing is sent', async () => {
  const { right: _right, ...hall } = await openDeclared()
  const { page } = await openPage(phone)
  await page.goto(hall.address(tamworth))
  await page.click('.card-stands >> text=Write a correction')
  await isAt(page, 'figure-robert-bilcliff')
  await page.fill('[data-box="rejected"]', '45')
  await page.click('.card-stands >> text=Leave it as it stands')
  await page.waitForSelector('.sheet', { state: 'detached' })
  await page.reload()
  await page.click('.card-stands >> text=Write a correction')
  expect(await page.inputValue('[data-box="rejected"]')).toBe('44')
  expect((await declaredIn(hall)).map(({ revision }) => revision)).toEqual([1])
})

test.each([wall, phone])(
  '[ENT4 ENT7] only what was wrong is written: the rest and the time are as they stand, $width wide',
  async (view) => {
    const { right, ...hall } = await openDeclared()
    const { page, complaints } = await openPage(view)
    await page.goto(hall.address(tamworth))
    await page.click('.card-stands >> text=Write a correction')
    await isAt(page, 'figure-robert-bilcliff')
    expect(await page.inputValue('[data-box="figure-sarah-edwards"]')).toBe('11,719')
    expect(await page.locator('.box[data-stands]').count()).toBe(right.votes.length + 2)
    await page.click('.send')
    await isAt(page, 'figure-robert-bilcliff')
    expect(await page.innerText('.reason')).toBe(
      'Tamworth stands with exactly these figures already.',
    )
    expect(await violationsOn(page)).toEqual([])
    await page.fill('[data-box="rejected"]', '45')
    await page.waitForSelector('.rejected >> text=Stands now: 44')
    expect(await page.innerText('#about-time')).toContain('2.45am, as it stands')
    expect(await page.inputValue('[data-box="figure-sarah-edwards"]')).toBe('•••••')
    await page.fill('[data-box="again-andy-cooper"]', '10403')
    await page.fill('[data-box="again-sarah-edwards"]', '11719')
    await page.selectOption('[data-box="elected"]', 'sarah-edwards')
    await page.fill('[data-box="reason"]', 'One more paper was found')
    expect(await violationsOn(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
    await page.click('.send')
    await fate(page, 'published')
    const [, corrected] = await declaredIn(hall, 2)
    expect(corrected).toMatchObject({
      at: right.declaredAt,
      consequences: [],
      result: { turnout: { valid: right.valid, rejected: 45, electorate: right.electorate } },
    })
    expect(complaints).toEqual([])
  },
)

test('[ENT7] the page that sent a result says that it was withdrawn, and takes the next revision', async () => {
  const hall = await openHall()
  const { page } = await openPage(phone)
  await page.goto(hall.address(tamworth))
  await isAt(page, 'figure-robert-bilcliff')
  await keyIn(page, [...votes, ...papers, '10403', '11719', sarah])
  await page.keyboard.press('Enter')
  await fate(page, 'published')
  const withdrawal = { constituency: tamworth, revision: 1, reason: 'It was another seat’s' }
  await hall.desk.say(hall.night, 'withdrawals', withdrawal)
  await page.waitForSelector('.card-stands >> text=It was another seat’s')
  const over = 'Published as event 2, which no longer stands'
  expect(await page.innerText('.fate h2')).toBe(over)
  expect(await page.innerText('[role="status"]')).toBe(over)
  expect(await violationsOn(page)).toEqual([])
  await page.click('.card-stands >> text=Write a correction')
  await isAt(page, 'figure-robert-bilcliff')
  await page.waitForSelector('.card-stands >> text=What you send now is revision 2')
})

test('[ENT7] whoever writes while somebody else is published is told, and loses nothing', async () => {
  const hall = await openHall()
  const { page } = await openPage(phone)
  await page.goto(hall.address(tamworth))
  await isAt(page, 'figure-robert-bilcliff')
  await keyIn(page, votes.slice(0, 3))
  await hall.desk.declare(hall.night, await declarationOf(october, tamworth))
  await page.waitForSelector('[role="status"] >> text=Declared already.', { state: 'attached' })
  await isAt(page, 'figure-sarah-edwards')
  expect(await page.inputValue('[data-box="figure-andy-cooper"]')).toBe('10,403')
  expect(await page.locator('text=What stands now is filled in').count()).toBe(0)
})
