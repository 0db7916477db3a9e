import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './support/browser.ts'
import { declaredIn, fate, isAt, keyIn, openHall, papers, sarah, votes } from './support/hall.ts'
import { tamworth } from './support/night.ts'
import { until } from './support/until.ts'

const elsewhere = '.card >> text=This seat is open in another tab'

/** A hall with the seat open in two tabs of one browser; the second was opened last. */
const openTabs = async () => {
  const hall = await openHall()
  const { page: first } = await openPage()
  await first.goto(hall.address(tamworth))
  await isAt(first, 'figure-robert-bilcliff')
  const second = await first.context().newPage()
  await second.goto(hall.address(tamworth))
  await isAt(second, 'figure-robert-bilcliff')
  await first.waitForSelector(elsewhere)
  return { ...hall, first, second }
}

/** As soon as the boxes of a tab have the first figures, and no others. */
const isWritten = (page: Page, count: number) =>
  until(`${count} figures are there`, async () => {
    const texts = await page.$$eval('[data-box^="figure-"]', (boxes) =>
      boxes.map((box) => (box instanceof HTMLInputElement ? box.value : '')),
    )
    const wanted = votes.map((text, place) => (place < count ? text : ''))
    return JSON.stringify(texts) === JSON.stringify(wanted)
  })

test('[ENT9] a seat in two tabs is one draft: the other tab says so, and takes over all that was written', async () => {
  const { first, second } = await openTabs()
  expect(await first.locator('[data-box]').count()).toBe(0)
  expect(await first.innerText('[role="status"]')).toBe('This seat is open in another tab.')
  await keyIn(second, votes.slice(0, 6))
  await first.click('text=Write here instead')
  await isWritten(first, 6)
  await second.waitForSelector(elsewhere)
  await first.fill('[data-box="figure-peter-george-longman"]', '86')
  await second.reload()
  await isWritten(second, 7)
  await first.waitForSelector(elsewhere)
})

test('[ENT9] a page that was left and comes back has what was written elsewhere meanwhile', async () => {
  const { first, second } = await openTabs()
  const pass = (kind: string) =>
    second.evaluate((it) => dispatchEvent(new PageTransitionEvent(it, { persisted: true })), kind)
  await keyIn(second, votes.slice(0, 2))
  await pass('pagehide')
  await isWritten(first, 2)
  await first.fill('[data-box="figure-ian-stuart-cooper"]', '1373')
  await pass('pageshow')
  await first.waitForSelector(elsewhere)
  await isWritten(second, 3)
  expect(await first.locator('[data-box]').count()).toBe(0)
  // What the first wrote last may arrive when it has given the pen away already.
  await first.evaluate((figure) => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('entry:')) ?? ''
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}')
    kept.figures['sarah-edwards'] = figure
    localStorage.setItem(key, JSON.stringify(kept))
  }, votes[3])
  await isWritten(second, 4)
})

test('[ENT2 ENT9] what waits to be sent in a tab that is closed is sent once, by the other', async () => {
  const hall = await openTabs()
  const { first, second } = hall
  await keyIn(second, [...votes, ...papers, '10403', '11719', sarah])
  await isAt(second, 'send')
  await second.context().setOffline(true)
  await second.keyboard.press('Enter')
  await second.waitForSelector('.fate >> text=It will be sent once, by itself.')
  expect(await first.locator('[data-box]').count()).toBe(0)
  await second.close()
  await first.waitForSelector('.fate >> text=It will be sent once, by itself.')
  await first.context().setOffline(false)
  await fate(first, 'published')
  expect(await declaredIn(hall, 1)).toHaveLength(1)
  expect(await first.evaluate(() => localStorage.length)).toBe(0)
})
