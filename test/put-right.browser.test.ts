import { expect, test } from 'vitest'
import { openPage } from './support/browser.ts'
import { deskToken } from './support/call.ts'
import { openHouse } from './support/house.ts'
import { declarationOf, october, tamworth } from './support/night.ts'

test('[COR5] who takes a winner back while its figures come keeps what is written, and is asked again', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  await desk.say(night, 'flashes', { constituency: tamworth, candidate: 'sarah-edwards' })
  await desk.reached(night, 2)
  const { page } = await openPage()
  await page.goto(`${server.url}/desk/held?night=${night}#token=${deskToken}`)
  await page.click('text=Correct or withdraw a seat')
  await page.selectOption('[name="put-right"]', tamworth)
  await page.click('[data-into="withdraw"]')
  await page.fill('dialog textarea', 'Called too early')
  await desk.declare(night, await declarationOf(october, tamworth))
  const words = 'Revision 1 stands now, and no longer the winner.'
  await page.waitForSelector(`dialog .question >> text=${words}`)
  expect(await page.inputValue('dialog textarea')).toBe('Called too early')
  await page.waitForSelector('.reach >> text=majority 1,316')
  await page.click('dialog .do >> text=Yes: revision 1')
  expect((await desk.events(night)).seq).toBe(3)
  await page.waitForSelector('dialog .do >> text=Withdraw Tamworth')
})
