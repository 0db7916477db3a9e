import { expect, test } from 'vitest'
import { openPage } from './support/browser.ts'
import { openHouse } from './support/house.ts'
import { declarationOf, october, tamworth } from './support/night.ts'

test('[OVL6] beside REHEARSAL and who lost the seat a long reason ends after a word', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const declaration = await declarationOf(october, tamworth)
  await desk.declare(night, declaration)
  await desk.reached(night, 2)
  const reason = 'The papers of two polling districts have been mixed, and are counted again'
  await desk.declare(night, { ...declaration, revision: 2, reason, rejected: 45 })
  await desk.reached(night, 3)
  const { page } = await openPage()
  await page.goto(`${server.url}/overlay/strap?night=${night}&mode=rehearsal`)
  await page.waitForSelector('[data-state="corrected"] .from')
  await page.evaluate(() => document.fonts.ready.then(() => true))
  await page.$eval('.when', (when) => when.replaceChildren('Corrected 12.22am'))
  expect(await page.innerText('.fact')).toBe(
    'The papers of two polling districts have been mixed, and are…',
  )
  expect(await page.$eval('.fact', (fact) => fact.scrollWidth - fact.clientWidth)).toBe(0)
})
