import { expect, test } from 'vitest'
import { alertOf } from '../support/alert.ts'
import type { AlertSide } from '../support/alert-side.ts'
import { openMine, turnOn } from '../support/mine.ts'
import { tamworth } from '../support/night.ts'
import { ring, signUp } from '../support/ringing.ts'
import { until } from '../support/until.ts'

const heard = (side: AlertSide, count: number) =>
  until(`${count} receipts`, () => side.receipts.length === count)

test('[ALR60 ALR61 ALR62 ALR63 ALR64 ALR65 ALR66] pushes are shown by their place in the log, once, and never as nothing', async () => {
  const { night, page, side, origin, open } = await openMine()
  await signUp(page, 'https://push.example/one')
  await open('of-this-house')
  await turnOn(page)
  const phone = await ring(page)
  const path = `/seat/${tamworth}?night=${night}`
  const body = 'Sarah Edwards wins. Figures to follow.'
  const winner = alertOf({ night, path, body, seq: 2, id: 'flash-E14000986', kind: 'flash' })
  const figures = alertOf({ night, path, seq: 3, update: true })
  const { title, tag } = winner
  await phone.deliver(winner)
  await heard(side, 1)
  expect(await phone.shown()).toMatchObject([
    { title, body, tag, silent: false, renotify: true, data: { path, id: winner.id, seq: 2 } },
  ])

  // Figures take its place without a sound; what comes late or twice changes nothing, and is not nothing.
  for (const [place, message] of [figures, winner, figures].entries()) {
    await phone.deliver(message)
    await heard(side, place + 2)
    expect(await phone.shown()).toMatchObject([
      { body: figures.body, silent: true, renotify: false, data: { seq: 3 } },
    ])
  }
  await phone.wipeAway()
  await phone.deliver(winner)
  await heard(side, 5)
  expect(await phone.shown()).toMatchObject([{ body: figures.body, silent: true }])

  const said = 'CORRECTION Tamworth: CON HOLD, not LAB GAIN'
  const id = 'corr-E14000986-2'
  await phone.deliver(
    alertOf({ night, path, seq: 4, id, kind: 'correction', tag: id, title: said }),
  )
  await heard(side, 6)
  expect(await phone.shown()).toMatchObject([
    { title: said, requireInteraction: true, silent: false, renotify: true },
    { data: { seq: 3 }, requireInteraction: false },
  ])
  await phone.deliver('not an alert')
  await until('something is shown', async () => (await phone.shown()).length === 3)
  expect((await phone.shown()).at(-1)).toMatchObject({
    title: 'News of the night',
    data: { path: '/my' },
  })
  expect(side.receipts.at(-1)).toEqual({ alert: id })

  await phone.move('https://push.example/two')
  expect(side.endpoints).toEqual(['https://push.example/one', 'https://push.example/two'])

  // A page of mine goes there; once it is there it is only looked at; a desk stays, and there is a new one.
  expect(await phone.tap(tag)).toEqual([])
  await page.waitForURL(origin + path)
  expect(await phone.tap(id)).toEqual([])
  await page.goto(`${origin}/desk?night=${night}`)
  expect(await phone.tap('news')).toEqual([`${origin}/my#token=of-this-house`])
  expect(page.url()).toContain('/desk')
})
