import { expect, test } from 'vitest'
import { openPage } from './support/browser.ts'
import { openHouse } from './support/house.ts'
import { october } from './support/night.ts'

test('[WALL6] no bar runs through a candidate’s name', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.goto(`${server.url}/wall?night=${october}`)
  await page.waitForSelector('.candidate-name')
  await page.evaluate(() => document.fonts.ready.then(() => true))
  const crossed = await page.$$eval('.candidate-track', (tracks) =>
    tracks.flatMap((track) => {
      const [bar, name] = ['.candidate-bar', '.candidate-name'].map((part) =>
        track.querySelector(part),
      )
      if (!bar || !name || name.clientHeight === 0) return []
      const words = document.createRange()
      words.selectNodeContents(name)
      // The line's own box has a little more than its letters.
      const isBelow = bar.getBoundingClientRect().top >= words.getBoundingClientRect().bottom - 6
      return isBelow ? [] : [name.textContent]
    }),
  )
  expect(crossed).toEqual([])
})
