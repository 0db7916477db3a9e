import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './support/browser.ts'
import { deskToken } from './support/call.ts'
import { bare, hostileNight, payloads, unseen } from './support/hostile.ts'
import { openHouse } from './support/house.ts'
import { declarationOf, midBedfordshire, october, tamworth } from './support/night.ts'
import { until } from './support/until.ts'

/** Everything that a page did, and must not have done. */
const watch = (page: Page, url: string): string[] => {
  const done: string[] = []
  const own = (address: string): boolean =>
    ['http:', 'https:', 'ws:', 'wss:'].includes(new URL(address).protocol)
      ? new URL(address).host === new URL(url).host
      : address.startsWith('data:') || address.startsWith('blob:')
  page.on('dialog', (dialog) => {
    done.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', () => done.push('popup'))
  page.on('request', (request) => own(request.url()) || done.push(`asked ${request.url()}`))
  page.on('websocket', (socket) => own(socket.url()) || done.push(`asked ${socket.url()}`))
  return done
}

/** What could only have come from a name: elements that our pages do not have, and addresses that lead elsewhere. */
const planted = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const never = 'main img, iframe, base, object, embed, script:not([src]), body style'
    const handlers = '[onerror], [onload], [onfocus], [onmouseover]'
    const elements = [...document.querySelectorAll(`${never}, ${handlers}`)]
    const elsewhere = [...document.links].filter(({ origin }) => origin !== location.origin)
    return [...elements, ...elsewhere].map(({ outerHTML }) => outerHTML.slice(0, 200))
  })

const textOf = async (page: Page): Promise<string> => {
  const text = (await page.locator('body').textContent()) ?? ''
  expect(text).not.toMatch(unseen)
  return bare(text)
}

test('[SCR6 SEC14] hostile names are harmless on every screen, and are read as text', async () => {
  const { server, call, desk } = await openHouse()
  const night = await hostileNight(call)
  await desk.reached(night.id, 1)
  const names = (seat: string): string[] => {
    const contest = night.contests.find(({ constituency }) => constituency.id === seat)
    return (contest?.candidates ?? []).map(({ name }) => bare(name))
  }
  const seats = night.contests.map(({ constituency }) => bare(constituency.name))
  const seatName = '<img src=x onerror=alert('
  const { page, complaints } = await openPage()
  const done = watch(page, server.url)
  const look = async (address: string, texts: readonly string[]): Promise<void> => {
    await page.goto(`${server.url}${address}night=${night.id}#token=${deskToken}`)
    await until(`${address} shows it all`, async () => {
      const text = await textOf(page)
      return texts.every((one) => text.includes(one))
    })
    expect([address, await planted(page)]).toEqual([address, []])
    expect([address, done, complaints]).toEqual([address, [], []])
  }

  for (const seat of [tamworth, midBedfordshire]) {
    await look(`/entry/${seat}?`, names(seat))
    await look(`/seat/${seat}?`, names(seat))
    await desk.declare(night.id, await declarationOf(october, seat))
  }
  await desk.reached(night.id, 3)
  const right = await declarationOf(october, tamworth)
  const wrong = { ...right, revision: 2, rejected: 45, reason: payloads[0], majority: 1361 }
  await desk.decided(night.id, await desk.declare(night.id, wrong))
  await look('/desk/held?', names(tamworth))
  await desk.declare(night.id, { ...wrong, majority: null })
  await desk.reached(night.id, 4)
  await look('/corrections?', [payloads[0], seatName])
  await look('/?', [bare(night.title)])
  await look('/wall?', seats)
  await look('/desk?', seats)
  await look(`/desk?seat=${tamworth}&`, names(tamworth))
  for (const seat of [tamworth, midBedfordshire]) await look(`/seat/${seat}?`, names(seat))
  await look('/my?', seats)
  await look('/entry?', seats)
  await look(`/entry/${tamworth}?`, [seatName])
  await look('/overlay/strap?mode=rehearsal&', [seatName])
  await look('/overlay/score?mode=rehearsal&', ['2 of 2'])
  await look('/overlay/ticker?mode=rehearsal&', [seatName])
  await look('/embed/strap?', [bare(night.title), seatName])
  await look('/embed/score?', ['2 of 2'])
  await look('/embed/map?', [bare(night.title)])
}, 90_000)
