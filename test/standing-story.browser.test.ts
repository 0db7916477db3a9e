import { expect, test } from 'vitest'
import { openPage } from './support/browser.ts'
import { openHouse } from './support/house.ts'

const said = 'the 326th seat for Labour, an overall majority of the House'

test('[REC7 DSK7 DSK8] the story, and what is copied, have the lines that stand: Blaenau Gwent is the 326th since the others of its minute are in', async () => {
  const { server } = await openHouse()
  const { page } = await openPage()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  for (const path of ['desk?seat=W07000084&', 'seat/W07000084?']) {
    await page.goto(`${server.url}/${path}night=2024-07-04-general-election`)
    expect(await page.innerText('.seat-view .part-story')).toContain(`It is ${said}.`)
    await page.click('[aria-label="Copy the line"]')
    await page.waitForSelector(`[role="status"] >> text=${said}`, { state: 'attached' })
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      new RegExp(`, ${said}$`),
    )
  }
})
