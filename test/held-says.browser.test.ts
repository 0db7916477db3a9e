import { expect, test } from 'vitest'
import { openPage, phone, wall } from './support/browser.ts'
import { deskToken } from './support/call.ts'
import { withHeld } from './support/held.ts'
import { openHouse } from './support/house.ts'
import { declarationOf, october, tamworth } from './support/night.ts'
import { violationsOn } from './support/violations.ts'

test('[HLD7] a live night is armed by two people, and the desk says how many are missing, and when they have come', async () => {
  const { server, call, desk } = await openHouse()
  const night = `live-${Date.now()}`
  expect(
    (await call('POST', '/api/nights', { id: night, mode: 'live', from: october })).status,
  ).toBe(201)
  const address = `${server.url}/desk/held?night=${night}#token=`
  const { page } = await openPage()
  await page.goto(address + deskToken)
  await page.click('text=A note or a quote')
  await page.fill('#fold-note [name="text"]', 'Counting has begun')
  await page.click('text=Publish the note')
  await page.waitForSelector('.told >> text=This night is not live yet')
  await page.fill('[name="phrase"]', 'go live')
  await page.click('.arming .do')
  await page.waitForSelector('.arming >> text=To go live, type exactly')
  await page.fill('[name="phrase"]', `GO LIVE ${night}`)
  await page.click('.arming .do')
  await page.waitForSelector('text=1 more person at the desk has to type it')
  const ann = await desk.editor('Ann', night)
  expect(
    (
      await call.as(ann.token)('POST', `/api/nights/${night}/arming`, {
        phrase: `GO LIVE ${night}`,
      })
    ).status,
  ).toBe(200)
  await page.waitForSelector('.told >> text=The night is live.')
  await page.click('text=Publish the note')
  await page.waitForSelector('.told >> text=Note. Published')
  expect(await page.inputValue('#fold-note [name="text"]')).toBe('')
})

test('[HLD7] the desk says how a count goes and who has won, which is asked for twice', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const { page } = await openPage()
  await page.goto(`${server.url}/desk/held?night=${night}#token=${deskToken}`)
  await page.click('text=How a count goes')
  await page.selectOption('#fold-status [name="constituency"]', tamworth)
  await page.selectOption('#fold-status [name="status"]', 'expected')
  await page.click('#fold-status .do')
  await page.waitForSelector('#fold-status >> text=Say when it is expected.')
  await page.waitForSelector('[name="expectedAt"]:focus')
  await page.fill('[name="expectedAt"]', '02:45')
  await page.click('#fold-status .do')
  await page.waitForSelector('#fold-status .told >> text=Published')
  await page.click('text=A flash: who has won')
  await page.selectOption('#fold-flash [name="constituency"]', tamworth)
  await page.selectOption('#fold-flash [name="candidate"]', 'sarah-edwards')
  await page.focus('#fold-flash .do')
  // A key that is held down says Enter again and again.
  for (const _ of [1, 2, 3, 4]) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await page.waitForSelector('text=Say on every screen that Sarah Edwards has won Tamworth')
  expect(await page.locator('#fold-flash .told').count()).toBe(0)
  expect((await desk.board(night)).seatsById[tamworth]?.flash).toBeNull()
  await page.click('#fold-flash >> text=Cancel')
  await page.waitForSelector('#fold-flash .do:focus')
  await page.keyboard.press('Enter')
  await page.click('text=Yes: say who has won')
  await page.waitForSelector('#fold-flash .told >> text=Published')
  expect((await desk.board(night)).seatsById[tamworth]?.status?.expectedAt).toMatch(/:45:00/)
  // And it is taken back, with a reason; another winner is no choice that was made already.
  await page.click('text=Correct or withdraw a seat')
  await page.selectOption('[name="put-right"]', tamworth)
  await page.waitForSelector('.reach >> text=1 screen at this server shows this now')
  await page.waitForSelector('.reach >> text=Tamworth: LAB GAIN from CON')
  await page.click('[data-into="withdraw"]')
  await page.waitForSelector('text=Withdraw Tamworth, the winner?')
  await page.fill('textarea[name="reason"]', 'Called too early')
  await page.click('dialog .do')
  await page.waitForSelector('.told >> text=Withdrawal of Tamworth. Published')
  await desk.reached(night, 4)
  expect((await desk.board(night)).seatsById[tamworth]).toMatchObject({ flash: null })
  const again = page.locator(`[name="put-right"] option[value="${tamworth}"]`)
  await again.waitFor({ state: 'detached' })
  await desk.say(night, 'flashes', { constituency: tamworth, candidate: 'andy-cooper' })
  await again.waitFor({ state: 'attached' })
  expect(await page.inputValue('[name="put-right"]')).toBe('')
  expect(await page.locator('.put-right [data-into="withdraw"]').count()).toBe(0)
})

test.each([wall, phone])(
  '[HLD7] axe finds nothing on the desk’s work, $width wide, and nothing is cut off',
  async (view) => {
    const { call, desk, night, right, open, address } = await withHeld({ majority: 1361 })
    await desk.declare(night, {
      ...right,
      valid: right.valid + 2000,
      declaredAt: '2023-10-20T01:50:00Z',
    })
    await call('POST', `/api/nights/${night}/declarations`, { constituency: tamworth })
    const { page, complaints } = await openPage(view)
    const isWhole = async (): Promise<void> => {
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(sideways).toBeLessThanOrEqual(0)
      expect(await violationsOn(page)).toEqual([])
    }
    await page.goto(address)
    await page.waitForSelector('input[type="password"]')
    await isWhole()
    await page.goto('about:blank')
    await page.goto(open)
    await page.waitForSelector('.card >> nth=1')
    await page.waitForSelector('.refusals li')
    for (const [place, fold] of (await page.locator('.fold h3 button').all()).entries()) {
      await fold.click()
      await page.waitForSelector(`.fold >> nth=${place} >> [aria-expanded="true"]`)
      await isWhole()
    }
    await page.click('[data-into="release"]')
    await page.click('dialog .do')
    await page.waitForSelector('.form-fault')
    await isWhole()
    expect(complaints).toEqual([])
  },
)

test('[HLD8] the desk makes an officer, whose token is shown once and opens the form; revoked, it opens nothing', async () => {
  const { server, call, desk } = await openHouse()
  const night = await desk.open(october)
  const { page } = await openPage()
  await page.goto(`${server.url}/desk/held?night=${night}#token=${deskToken}`)
  await page.click('text=Officers and editors')
  await page.fill('#fold-people [name="name"]', 'Hall of Tamworth')
  await page.selectOption('#fold-people [name="constituency"]', tamworth)
  await page.click('#fold-people .do')
  const token = await page.innerText('[data-token] code >> nth=0')
  expect(token).toMatch(/^rno_/)
  const path = `/api/nights/${night}/declarations`
  const declaration = await declarationOf(october, tamworth)
  expect((await call.as(token)('POST', path, declaration)).status).toBe(202)
  const other = await openPage(phone)
  await other.page.goto(await page.innerText('[data-token] code >> nth=1'))
  await other.page.waitForSelector('h1 >> text=Tamworth')
  expect(await violationsOn(page)).toEqual([])
  await page.click('.people >> text=Revoke')
  expect((await call.as(token)('POST', path, declaration)).status).toBe(202)
  await page.click('.people >> text=Cancel')
  await page.waitForSelector('[data-revoke]:focus')
  await page.keyboard.press('Enter')
  // Where nobody answers it says so, and the token is as good as before.
  await page.route('**/api/officers/*', (route) => route.abort())
  await page.click('.people >> text=Yes: revoke')
  await page.waitForSelector('.people .form-fault >> text=The server cannot be reached.')
  await page.unroute('**/api/officers/*')
  await page.click('.people >> text=Yes: revoke')
  await page.waitForSelector('.people:not(:has(li)):focus', { state: 'attached' })
  expect((await call.as(token)('POST', path, declaration)).status).toBe(401)
})

test('[HLD8] whom another desk makes or revokes comes and goes by itself, and an editor sees them and changes nothing', async () => {
  const { server, call, desk } = await openHouse()
  const night = await desk.open(october)
  const ann = await desk.editor('Ann', night)
  const openPeople = async (token: string) => {
    const { page, complaints } = await openPage(phone)
    await page.goto(`${server.url}/desk/held?night=${night}#token=${token}`)
    await page.click('text=Officers and editors')
    await page.waitForSelector('.people >> text=Ann')
    return { page, complaints }
  }
  const { page: house } = await openPeople(deskToken)
  const { page: editor, complaints } = await openPeople(ann.token)
  await editor.waitForSelector('text=Only the house’s own token makes and revokes people.')
  expect(await editor.locator('#fold-people :is(form, button)').count()).toBe(0)
  expect(await violationsOn(editor)).toEqual([])
  await house.fill('#fold-people [name="name"]', 'Begun')
  const hall = { name: 'Hall of Tamworth', nights: [night], constituencies: [tamworth] }
  const { id } = await desk.officer(hall)
  for (const page of [house, editor]) await page.waitForSelector('.people >> text=Hall of Tamworth')
  await call('DELETE', `/api/officers/${id}`)
  for (const page of [house, editor])
    await page.waitForSelector('.people >> text=Hall of Tamworth', { state: 'detached' })
  await house.waitForSelector('#fold-people [name="name"]:focus')
  expect(await house.inputValue('#fold-people [name="name"]')).toBe('Begun')
  expect(complaints).toEqual([])
})
