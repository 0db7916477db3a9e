import { expect, test } from 'vitest'
import { openPage, phone } from '../support/browser.ts'
import { openHouse } from '../support/house.ts'
import { declarationOf, october, tamworth } from '../support/night.ts'
import { until } from '../support/until.ts'

test('[DSK4] a party that was called as the winner can be filtered by', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const { page } = await openPage()
  await page.goto(`${server.url}/desk?night=${night}`)
  await page.waitForSelector('table[aria-rowcount="3"]')
  await desk.say(night, 'flashes', { constituency: tamworth, candidate: 'sarah-edwards' })
  await page.waitForSelector('[data-state="flash"]')
  await page.getByLabel('Party that won, lost or defends').selectOption('lab')
  await page.waitForSelector('table[aria-rowcount="2"]')
  expect(await page.getAttribute('[data-row]', 'data-row')).toBe(tamworth)
})

test('[DSK4] a filter by a party that has nothing left says so, and can be taken away', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  await desk.declare(night, await declarationOf(october, tamworth))
  const { page } = await openPage()
  const party = page.getByLabel('Party that won, lost or defends')
  await page.goto(`${server.url}/desk?night=${night}`)
  await page.waitForSelector('table[aria-rowcount="3"]')
  await party.selectOption('lab')
  await page.waitForSelector('table[aria-rowcount="2"]')
  const reason = 'The figures were of another count'
  await desk.say(night, 'withdrawals', { constituency: tamworth, revision: 1, reason })
  await page.waitForSelector('table[aria-rowcount="1"]')
  expect(await party.inputValue()).toBe('lab')
  await party.selectOption('')
  await page.waitForSelector('table[aria-rowcount="3"]')
  await page.goto(`${server.url}/desk?night=${night}&place=Rutland`)
  await page.waitForSelector('table[aria-rowcount="1"]')
  expect(await page.getByLabel('Region or country').inputValue()).toBe('Rutland')
})

test('[DSK4] on a phone the state that is chosen is in view, as the address has it and by key', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const { page } = await openPage(phone)
  const isInView = (show: string) =>
    page.$eval(`[data-show="${show}"]`, (button) => {
      const { left, right } = button.getBoundingClientRect()
      return left >= 0 && right <= innerWidth
    })
  await page.goto(`${server.url}/desk?night=${night}&show=recount`)
  await page.waitForSelector('[data-show="recount"][aria-pressed="true"]')
  await until('the chosen one is in view', () => isInView('recount'))
  expect(await isInView('all')).toBe(false)
  await page.focus('[data-show="all"]')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-show="all"][aria-pressed="true"]')
  expect(await isInView('all')).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})
