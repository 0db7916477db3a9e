import { expect, test } from 'vitest'
import { deskToken } from '../support/call.ts'
import { openPage, phone, wall } from '../support/browser.ts'
import { openHouse } from '../support/house.ts'
import { october, tamworth } from '../support/night.ts'
import { violationsOn } from '../support/violations.ts'

const field = (name: string): string => `.ref-try [name="${name}"]`

test('[API7] the contract can be read and tried on a page; a write goes out at the second press only', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  await desk.reached(night, 1)
  const { page, complaints } = await openPage(wall)
  const asked: string[] = []
  page.on('request', (request) =>
    asked.push(`${request.method()} ${new URL(request.url()).pathname}`),
  )
  await page.goto(`${server.url}/api/docs#readBoard`)
  await page.waitForSelector('h2 >> text=Everything a screen needs')
  expect(await page.locator('.ref-contents a').count()).toBeGreaterThan(40)
  expect(await page.innerText('.ref-operation')).toContain('304')

  await page.fill(field('night'), night)
  expect(await page.innerText('.ref-curl pre')).toBe(
    `curl \\\n  '${server.url}/api/nights/${night}/board'`,
  )
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.waitForSelector('.ref-came h3 >> text=200 OK')
  expect(JSON.parse(await page.innerText('.ref-body'))).toMatchObject({ seq: 1 })
  await page.getByText('Headers', { exact: true }).click()
  expect(await page.innerText('.ref-headers')).toContain('etag: "1"')
  expect(await violationsOn(page)).toEqual([])

  await page.getByText('A quote, a reaction').click()
  await page.fill(field('token'), deskToken)
  await page.fill(field('night'), night)
  await page.fill(
    field('body'),
    JSON.stringify({ constituency: tamworth, text: '<b>No</b> markup' }),
  )
  await page.getByRole('button', { name: 'Send POST' }).click()
  await page.waitForSelector('text=Press again to send it.')
  expect(asked.filter((one) => one.startsWith('POST'))).toEqual([])
  expect((await desk.events(night)).seq).toBe(1)
  expect(await violationsOn(page)).toEqual([])
  // Whatever is changed after the first press has to be looked at once more.
  await page.locator(field('body')).press('End')
  await page.locator(field('body')).press('Space')
  expect(await page.getByText('Press again').count()).toBe(0)
  await page.getByRole('button', { name: 'Send POST' }).click()
  await page.getByRole('button', { name: 'Yes, send it' }).click()
  await page.waitForSelector('.ref-came h3 >> text=202 Accepted')
  expect(asked.filter((one) => one.startsWith('POST'))).toEqual([`POST /api/nights/${night}/notes`])
  const [, note] = await desk.reached(night, 2)
  expect(note).toMatchObject({ kind: 'note', text: '<b>No</b> markup' })

  const curl = await page.innerText('.ref-curl pre')
  expect(curl).toContain('-H "Authorization: Bearer $TOKEN"')
  expect(curl).not.toContain(deskToken)
  const kept = await page.evaluate(() => [sessionStorage, localStorage].map((kept) => kept.length))
  expect(kept).toEqual([0, 0])
  expect(page.url()).not.toContain(deskToken)

  await page.goto(`${server.url}/api/docs#readEvents`)
  await page.waitForSelector('h2 >> text=The events after a place')
  await page.fill(field('night'), night)
  await page.waitForSelector('.ref-prose code >> text=reset')
  await page.fill(field('Accept'), 'text/event-stream')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.waitForSelector('.ref-body >> text=<b>No</b> markup')
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.waitForSelector('.ref-came[aria-busy="false"]')

  await page.setViewportSize(phone)
  await page.locator('.ref-choice select').selectOption('declare')
  await page.waitForSelector('h2 >> text=Declares a seat')
  await page.locator('.ref-form summary >> text=votes').click()
  await page.waitForSelector('.ref-form .ref-form >> text=candidate')
  const beyond = () => document.documentElement.scrollWidth - window.innerWidth
  expect(await page.evaluate(beyond)).toBeLessThanOrEqual(0)
  expect(await violationsOn(page)).toEqual([])
  expect(complaints).toEqual([])
  await page.reload()
  await page.waitForSelector('h2 >> text=Declares a seat')
  expect(await page.inputValue(field('token'))).toBe('')
}, 90_000)
