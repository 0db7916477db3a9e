import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage, phone } from './support/browser.ts'
import { declaredIn, fate, isAt, keyIn, openHall, papers, sarah, votes } from './support/hall.ts'
import { midBedfordshire, tamworth } from './support/night.ts'
import { violationsOn } from './support/violations.ts'

const unknown = 'This token is not, or no longer, valid. Ask the desk for a new one.'
const notSent = 'Not sent yet: the token was refused. Send it again.'

/** The page of Tamworth as another officer opened it. */
const openAs = async (hall: Awaited<ReturnType<typeof openHall>>, seat: string) => {
  const scope = { name: 'Another hall', nights: [hall.night], constituencies: [seat] }
  const { id, token } = await hall.desk.officer(scope)
  const { page } = await openPage(phone)
  await page.goto(hall.address(tamworth).replace(hall.token, token))
  await isAt(page, 'figure-robert-bilcliff')
  return { page, id }
}

const writeAndSend = async (page: Page): Promise<void> => {
  await keyIn(page, [...votes, ...papers, '10403', '11719', sarah])
  await isAt(page, 'send')
  await page.keyboard.press('Enter')
}

const give = async (page: Page, token: string): Promise<void> => {
  await page.fill('[type="password"]', token)
  await page.keyboard.press('Enter')
}

/** What the page says of what was written, once the hall's own token was given. */
const saidAfter = async (page: Page, token: string) => {
  await give(page, token)
  await page.waitForSelector('.fate:focus')
  return { fate: await page.innerText('.fate'), time: await page.innerText('#about-time') }
}
const notSentYet = { fate: notSent, time: expect.stringContaining('when you pressed Send') }

test('[ENT8] a token that is not valid is refused before anything is written, in words for people', async () => {
  const hall = await openHall()
  const { page } = await openPage()
  await page.goto(hall.address(tamworth).replace(hall.token, 'rno_nobodyyy_whose-token-this-is'))
  await page.waitForSelector(`.token-page >> text=${unknown}`)
  await give(page, 'rno_nobodyyy_nor-this')
  await page.waitForSelector(`.token-page >> text=${unknown}`)
  expect(await violationsOn(page)).toEqual([])
  await give(page, hall.token)
  await isAt(page, 'figure-robert-bilcliff')
})

test('[ENT8] a token that was revoked meanwhile is asked for anew, and nothing looks as if it had been sent', async () => {
  const hall = await openHall()
  const { page, id } = await openAs(hall, tamworth)
  await hall.call('DELETE', `/api/officers/${id}`)
  await writeAndSend(page)
  await page.waitForSelector(`.token-page >> text=${unknown}`)
  expect(await saidAfter(page, hall.token)).toEqual(notSentYet)
  expect(await declaredIn(hall)).toEqual([])
  await page.click('.send')
  await fate(page, 'published')
  expect(await declaredIn(hall, 1)).toHaveLength(1)
})

test('[ENT8] whoever asks to give another token can go back to what is written without one', async () => {
  const hall = await openHall()
  const { page } = await openPage(phone)
  await page.goto(hall.address(tamworth))
  await isAt(page, 'figure-robert-bilcliff')
  await keyIn(page, votes.slice(0, 2))
  await page.click('.entry-foot >> text=Use another token')
  await page.click('.token-page >> text=Back, without another token')
  await page.waitForSelector('[data-box="figure-andy-cooper"]')
  expect(await page.inputValue('[data-box="figure-andy-cooper"]')).toBe('10,403')
  expect(await violationsOn(page)).toEqual([])
})

test('[ENT8] whoever may not declare the seat may give another token', async () => {
  const hall = await openHall()
  const { page } = await openAs(hall, midBedfordshire)
  await writeAndSend(page)
  await page.waitForSelector('.fate >> text=Another hall may not declare Tamworth on this night.')
  await page.click('.fate >> text=Use another token')
  expect(await saidAfter(page, hall.token)).toEqual(notSentYet)
  expect(await violationsOn(page)).toEqual([])
  await page.click('.send')
  await fate(page, 'published')
  expect(await declaredIn(hall, 1)).toHaveLength(1)
})
