import { nightKeys } from '@night/shared/names'
import { expect, test } from 'vitest'
import { openPage, phone } from './support/browser.ts'
import { openRedis } from './support/redis-client.ts'
import { openHouseWithTamworth } from './support/tamworth.ts'

test('[BAK7 DSK14] wall, desk and phone show that the log was put back, say it once, a desk that says nothing else too, and show what is in it', async () => {
  const { server, night } = await openHouseWithTamworth()
  const addresses = ['/wall?', '/desk?', '/desk?says=nothing&', '/my?']
  const opened = addresses.map(async (address) => {
    const { page } = await openPage(address === '/my?' ? phone : undefined)
    await page.goto(`${server.url}${address}night=${night}`)
    await page.waitForSelector('[data-seq="2"]')
    await page.waitForSelector('[data-state="fresh"], [data-age="live"]', { state: 'attached' })
    return page
  })
  const pages = await Promise.all(opened)
  const redis = openRedis()
  const { log, placed } = nightKeys('rehearsal', night)
  await redis.multi().xdel(log, '2-0').xsetid(log, '1-0').del(placed).exec()
  for (const page of pages) {
    await page.waitForSelector('[data-seq="1"]')
    const said = /The log was put back at \d+\.\d\d[ap]m: what is no longer here is void/
    expect(await page.innerText('[role=status]')).toMatch(said)
    expect(await page.innerText('.truth-age, .foot-age, .my-age')).toMatch(said)
    expect(await page.locator('[role=status]').count()).toBe(1)
    expect(await page.evaluate(isCutOff)).toBe(false)
  }
})

/** Whether any line at the foot runs over the side. */
const isCutOff = (): boolean =>
  [...document.querySelectorAll('.truth p, .foot p, .my-age')].some(
    (line) => line.getBoundingClientRect().right > innerWidth,
  )
