import { expect, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { openHouse } from '../support/house.ts'

test('[GEW9] when everything has declared the schedule says so, and nothing of what is coming up', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.goto(`${server.url}/wall/schedule?night=2019-12-12-general-election`)
  const words = (await page.innerText('.coming')).replaceAll(/\s+/g, ' ')
  expect(words).toBe('Everything has declared 650 of 650 declared')
})
