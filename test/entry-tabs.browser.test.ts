import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './support/browser.ts'
import { declaredIn, fate, isAt, keyIn, openHall, papers, votes } from './support/hall.ts'
import { tamworth } from './support/night.ts'

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

const written = (page: Page) =>
  page.$$eval('[data-box^="figure-"]', (boxes) =>
    boxes.map((box) => (box instanceof HTMLInputElement ? box.value : '')),
  )

test('[ENT9] a seat in two tabs is one draft: the other tab says so, and takes over all that was written', async () => {
  const { first, second } = await openTabs()
  expect(await first.locator('[data-box]').count()).toBe(0)
  expect(await first.innerText('[role="status"]')).toBe('This seat is open in another tab.')
  await keyIn(second, votes.slice(0, 6))
  await first.click('text=Write here instead')
  await isAt(first, 'figure-peter-george-longman')
  expect(await written(first)).toEqual([...votes.slice(0, 6), '', '', ''])
  await second.waitForSelector(elsewhere)
  await keyIn(first, ['86'])
  await second.reload()
  await isAt(second, 'figure-ashlea-simon')
  expect(await written(second)).toEqual([...votes.slice(0, 6), '86', '', ''])
  await first.waitForSelector(elsewhere)
})

test('[ENT2 ENT9] what waits to be sent in a tab that is closed is sent once, by the other', async () => {
  const hall = await openTabs()
  const { first, second } = hall
  await keyIn(second, [...votes, ...papers, '10403', '11719', 'Sarah'])
  await isAt(second, 'send')
  await second.context().setOffline(true)
  await second.keyboard.press('Enter')
  await second.waitForSelector('.fate >> text=It will be sent once, by itself.')
  expect(await first.locator('[data-box]').count()).toBe(0)
  await second.close()
  await first.waitForSelector('.fate >> text=It will be sent once, by itself.')
  await first.context().setOffline(false)
  await fate(first, 'published')
  expect(await declaredIn(hall)).toHaveLength(1)
  expect(await first.evaluate(() => localStorage.length)).toBe(0)
})
