import { HeldAnswer } from '@night/shared/answer/fate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './support/browser.ts'
import { fate, isAt, keyIn, openHall, papers, sarah, votes } from './support/hall.ts'
import { tamworth } from './support/night.ts'
import { until } from './support/until.ts'

/** Tamworth sent with a majority that was misheard, and held back for the desk. */
const sendMisheard = async (page: Page): Promise<void> => {
  await isAt(page, 'figure-robert-bilcliff')
  await keyIn(page, [...votes, '44', '25586', '', '1361', ''])
  await isAt(page, 'heard-again')
  await page.keyboard.press('Space')
  await keyIn(page, ['', '10403', '11719', sarah])
  await isAt(page, 'send')
  await page.keyboard.press('Enter')
  await fate(page, 'held')
}

const isAtFate = (page: Page) =>
  until('the focus is on what became of it', () =>
    page.evaluate(() => document.activeElement?.matches('.fate') === true),
  )

/** What the desk decides about all that it holds back. */
const rule = async (hall: Awaited<ReturnType<typeof openHall>>, into: 'reject' | 'release') => {
  const path = `/api/nights/${hall.night}`
  const { held } = HeldAnswer.parse((await hall.call('GET', `${path}/held`)).body)
  const reason = { reason: 'Nobody read that out.' }
  for (const { id } of held) await hall.call('POST', `${path}/declarations/${id}/${into}`, reason)
}

test('[ENT3 ENT6] what the desk rejects or lets through is told on the page that was left open', async () => {
  const hall = await openHall()
  const { page, complaints } = await openPage()
  await page.goto(hall.address(tamworth))
  await sendMisheard(page)
  await rule(hall, 'reject')
  const words = 'The desk did not let it through: Nobody read that out.'
  await page.waitForSelector(`.fate >> text=${words}`)
  expect(await page.innerText('[role="status"]')).toBe(words)
  await page.fill('[data-box="majority"]', '1362')
  await page.click('.send')
  // That it was read out so was said of another majority.
  await isAt(page, 'heard-again')
  await page.keyboard.press('Space')
  await page.click('.send')
  await fate(page, 'held')
  await rule(hall, 'release')
  await fate(page, 'published')
  expect(complaints).toEqual([])
})

test('[ENT6] the focus goes from the form to what became of it, and nothing is complained of', async () => {
  const hall = await openHall()
  const { page } = await openPage()
  const logged: string[] = []
  page.on('console', (message) => logged.push(message.text()))
  await page.goto(hall.address(tamworth))
  await isAt(page, 'figure-robert-bilcliff')
  await keyIn(page, [...votes, ...papers, '10403', '11719', sarah])
  await page.route('**/declarations', (route) => route.abort())
  await page.click('.send')
  await fate(page, 'unsent')
  await isAtFate(page)
  await page.unroute('**/declarations')
  await fate(page, 'published')
  await isAtFate(page)
  expect(logged.filter((text) => !text.includes('net::ERR_FAILED'))).toEqual([])
})

test('[ENT6] the focus stays where it was told what is held back, above the form', async () => {
  const hall = await openHall()
  const { page } = await openPage()
  await page.goto(hall.address(tamworth))
  await sendMisheard(page)
  await isAtFate(page)
  expect(await page.locator('.fate, [data-box]').first().getAttribute('data-fate')).toBe('held')
})
