import { expect, test } from 'vitest'
import { openPage, phone } from '../support/browser.ts'
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

test('[DSK12] on a phone no name of a seat is cut beside its verdict, however long both are', async () => {
  const { server } = await openHouse()
  const { page } = await openPage(phone)
  await page.goto(`${server.url}/desk?night=2024-07-04-general-election`)
  await page.waitForSelector('[data-row]')
  await page.evaluate(() => document.fonts.ready.then(() => true))
  for (const name of ['Inverness, Skye', 'Kingston upon Hull', 'Hodge Hill', 'Dumfriesshire']) {
    await page.fill('input[type="search"]', name)
    await page.waitForSelector(`[data-row] >> text=${name}`)
    const over = await page.$$eval('.seats tbody .cell-name', (cells) =>
      cells.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    )
    expect([name, Math.max(...over)]).toEqual([name, 0])
  }
})
