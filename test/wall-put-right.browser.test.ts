import { expect, test } from 'vitest'
import { openPage } from './support/browser.ts'
import { openHouse } from './support/house.ts'
import { declarationOf, october, tamworth } from './support/night.ts'

test('[WALL16] below a result that was withdrawn nothing is said but that none stands', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  await desk.declare(night, await declarationOf(october, tamworth))
  await desk.reached(night, 2)
  const reason = 'The papers are counted again'
  await desk.say(night, 'withdrawals', { constituency: tamworth, revision: 1, reason })
  await desk.reached(night, 3)
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${night}`)
  await page.waitForSelector('.strap[data-state="withdrawn"]')
  expect(await page.innerText('.strap-tale')).toBe(reason)
  expect(await page.innerText('.strap-facts')).toBe('No result stands')
})
