import type { Contest } from '@night/shared/contest'
import type { NightDefinition } from '@night/shared/night'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openPage } from './support/browser.ts'
import { type Call, deskToken } from './support/call.ts'
import { openHouse } from './support/house.ts'
import {
  declarationOf,
  definitionOf,
  midBedfordshire,
  nightName,
  october,
  tamworth,
} from './support/night.ts'
import { until } from './support/until.ts'

const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  'javascript:alert(1)//',
  '"><b onmouseover=alert(1)>x</b>',
  `' onfocus='alert(1)' autofocus='`,
  '</template><script src=https://evil.example/x.js></script>',
  '</textarea></title><style>*{display:none}</style>',
  `{{constructor.constructor('alert(1)')()}}`,
  '${alert(1)} #{7*7} <%= 7*7 %>',
  'Anna \u202Enoitcele\u202C \u2066Berg\u2069',
  'Ca\u200Brl\u2060a \uFEFFZero\u200D',
  '=HYPERLINK("https://evil.example/","x")',
  `+cmd|' /C calc'!A0`,
  '@SUM(1+1)*cmd',
  '-2+3+cmd',
  '&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;',
  '<!--board-->',
  "$& $` $' $1",
  '<iframe src=javascript:alert(1)></iframe>',
  '<a href=https://evil.example/>x</a><base href=//evil.example/>',
  'Bartholomew '.repeat(25).trim(),
] as const

const unseen = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

/** What of a name can be seen: neither what turns the writing round nor what has no width. */
const bare = (text: string): string => text.replaceAll(unseen, '').replaceAll(/\s+/g, ' ')

const hostile = (contest: Contest, first: number): Contest => ({
  ...contest,
  constituency: { ...contest.constituency, name: `<img src=x onerror=alert(${first})> & "Sons"` },
  candidates: contest.candidates.map((candidate, place) => {
    const name = payloads[(first + place) % payloads.length] ?? ''
    return { ...candidate, name, description: name }
  }),
  cause: '<svg onload=alert(1)> resigned',
})

/** The October night in which nobody and nothing has a name that one would like to display. */
const openHostile = async (call: Call): Promise<NightDefinition> => {
  const { contests, ...definition } = await definitionOf(october)
  const [one, other] = contests
  if (!one || !other) throw new Error('The October night has two contests')
  const night = {
    ...definition,
    id: nightName(),
    title: '</title></template><script>alert(1)</script> {{7*7}}',
    contests: [hostile(one, 0), hostile(other, one.candidates.length)],
  }
  const body = { id: night.id, mode: 'rehearsal', definition: night }
  expect((await call('POST', '/api/nights', body)).status).toBe(201)
  return night
}

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
  const night = await openHostile(call)
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
}, 90_000)
