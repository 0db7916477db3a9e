import { isDeclared } from '@night/shared/declared'
import { expect, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { openHouse } from '../support/house.ts'
import { until } from '../support/until.ts'
import { violationsOn } from '../support/violations.ts'

test('[SIL5] the desk says nothing of a pause that is usual, and what the silence is when the feed is cut', async () => {
  const { server, desk, worker } = await openHouse()
  const { night } = await desk.replay({
    of: '2019-12-12-general-election',
    from: '2019-12-13T02:20:00.000Z',
    speed: 20,
  })
  await until('it has caught up', async () => {
    const { seatsById } = await desk.board(night)
    return Object.values(seatsById).filter(isDeclared).length > 85
  })
  const { page } = await openPage()
  await page.goto(`${server.url}/desk?night=${night}`)
  await page.waitForSelector('[data-row]')
  expect(await page.locator('[data-silence="fault"]').count()).toBe(0)
  await worker.close()
  await page.waitForSelector('[data-silence="fault"]', { timeout: 40_000 })
  expect(await page.innerText('[data-silence]')).toMatch(
    /^No declaration for \d+ minutes; at this hour one comes every \d+ seconds\.$/,
  )
  expect(await violationsOn(page)).toEqual([])
})
