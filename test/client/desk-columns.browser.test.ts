import { expect, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { openHouse } from '../support/house.ts'

test('[DSK12] no column of the table is cut, with the drawer open or without it', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  for (const more of ['', '&seat=E14001148']) {
    await page.goto(`${server.url}/desk?night=2024-07-04-general-election${more}`)
    await page.waitForSelector('[data-row]')
    for (const width of [1920, 1700, 1600, 1500, 1366, 1280, 1024, 900]) {
      await page.setViewportSize({ width, height: 720 })
      const beyond = await page.$eval('.scroller', (list) => list.scrollWidth - list.clientWidth)
      expect([more, width, beyond]).toEqual([more, width, 0])
    }
  }
})
