import { expect, test } from 'vitest'
import { alertOf } from '../support/alert.ts'
import { deliveryOf } from '../support/alert-side.ts'
import { openPage, phone, wall } from '../support/browser.ts'
import { openHouse, openServer } from '../support/house.ts'
import { openMine, turnOn } from '../support/mine.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'
import { signUp } from '../support/ringing.ts'
import { until } from '../support/until.ts'
import { violationsOn } from '../support/violations.ts'

test('[ALR67 ALR68 ALR69] a browser that refuses, or never answers, is said in words, and alerts can be on the page', async () => {
  const { page, side, night, open } = await openMine()
  side.hasPush = false
  await open()
  await page.waitForSelector('text=switched off in this newsroom')
  expect(await page.isVisible('[data-do="ring"]')).toBe(false)
  side.hasPush = true
  await page.reload()
  // No browser signs up in a profile that keeps nothing, and none without a push service.
  await page.click('[data-do="ring"]')
  await page.waitForSelector('.alerts-problem >> text=This browser could not be signed up')

  await signUp(page, null)
  await page.clock.install()
  await open()
  expect(side.asked).toEqual(['GET key', 'GET key', 'GET key'])
  await page.click('[data-do="ring"]')
  await page.waitForSelector('[data-phase="asking"] >> text=Waiting for the browser')
  await page.clock.runFor(15_000)
  await page.waitForSelector('.alerts-problem >> text=has not answered for 15 seconds')
  expect(await page.innerText('.alerts-problem')).toContain('only while it is open')
  await page.click('[data-do="screen"]')
  await page.waitForSelector('.alerts[data-phase="on"] >> text=this phone does not ring')
  expect(side.subscription).toMatchObject({ night, channel: { type: 'screen' } })
  expect(side.subscription?.rules.seats.toSorted()).toEqual([midBedfordshire, tamworth])

  // Once the browser answers, the phone rings after all, and only the phone.
  await signUp(page, 'https://push.example/one')
  await open()
  await page.click('[data-do="ring"]')
  await page.waitForSelector('.alerts[data-phase="on"] >> text=Sent to this phone')
  expect(side.subscription?.channel).toEqual({ type: 'webpush' })
  expect(side.removed).toEqual(['phone0000001'])
})

test('[ALR70 ALR71 ALR74] each rule is sent at once, and undone where nobody took it', async () => {
  const { page, side, open } = await openMine()
  await signUp(page, 'https://push.example/one')
  await open()
  await turnOn(page)
  const rules = () => side.subscription?.rules
  await page.click('.alerts-rules > summary')
  await page.check('[name="everyResult"]')
  await until('every result', () => rules()?.everyResult)
  await page.check('[name="quiet"]')
  await until('quiet hours', () => rules()?.quiet?.from === '23:30')
  await page.selectOption('[name="mostInAnHour"]', '12')
  await until('a most', () => rules()?.mostInAnHour === 12)
  await page.click('.alerts-which > summary')
  await page.click('[data-choice="con"]')
  await until('gains of a party', () => rules()?.gains?.parties.includes('con'))
  await page.click('[data-do="mute"]')
  await page.waitForSelector('.alerts-state >> text=muted, 30 minutes left')
  await until('nothing rings', () => Date.parse(rules()?.mutedUntil ?? '') > Date.now())
  await page.click('[data-do="unmute"]')
  await page.waitForSelector('.alerts-state[data-state="on"]')

  side.isAway = true
  await page.click('[name="upsets"]')
  await page.waitForSelector('.alerts-problem >> text=The server cannot be reached.')
  expect(await page.isChecked('[name="upsets"]')).toBe(true)
  side.isAway = false

  await page.click('.my-choose')
  await page.click(`[data-choose="${tamworth}"]`)
  await until('one seat fewer', () => rules()?.seats.join() === midBedfordshire)

  await page.click('[data-do="off"]')
  await page.waitForSelector('.alerts[data-phase="off"] >> text=Turn on alerts on this phone')
  expect(side.subscription).toBeNull()
  const left = await page.evaluate(
    async () => (await (await caches.open('my-alerts')).keys()).length,
  )
  expect(left).toBe(0)
})

test('[ALR74] seats that were chosen while the server was away are told when it is there again', async () => {
  const { page, side, night, open, desk } = await openMine()
  await signUp(page, 'https://push.example/one')
  await open()
  await turnOn(page)
  await page.click('.my-choose')
  side.isAway = true
  await page.click(`[data-choose="${tamworth}"]`)
  await page.waitForSelector('.alerts-problem >> text=The server cannot be reached.')
  side.isAway = false
  await desk.say(night, 'notes', { text: 'The count has begun' })
  await until('one seat fewer', () => side.subscription?.rules.seats.length === 1)
  expect(side.subscription?.rules.seats).toEqual([midBedfordshire])
})

test('[ALR72] what was alerted while the server could not be asked stands there when the line is back', async () => {
  const { server, desk, environment } = await openHouse()
  const night = await desk.open(october)
  const { page } = await openPage(phone)
  await page.goto(`${server.url}/my?night=${night}`)
  await page.click('[data-do="screen"]')
  await page.waitForSelector('text=Nothing yet.')
  let asked = 0
  await page.route('**/deliveries', (route) => {
    asked += 1
    return route.abort()
  })
  await desk.declare(night, await declarationOf(october, tamworth))
  await until('it was asked for in vain', () => asked > 2)
  await server.close()
  await page.waitForSelector('.my-age[data-age="old"]')
  await page.unroute('**/deliveries')
  await openServer({ ...environment, PORT: new URL(server.url).port })
  await page.waitForSelector('[data-kind="result"] >> text=LAB GAIN Tamworth from CON')
  expect(await page.locator('[data-alert]').count()).toBeGreaterThan(0)
})

test('[ALR73] what a phone alerts is read as soon as the server can tell of it, without any news', async () => {
  const { page, side, open } = await openMine()
  await signUp(page, 'https://push.example/one')
  await open()
  await turnOn(page)
  side.isAway = true
  await page.reload()
  await page.waitForSelector('.alerts[data-phase="away"]')
  side.isAway = false
  await page.waitForSelector('.alerts[data-phase="on"] >> text=Sent to this phone')
  expect(await page.locator('.alerts-problem').count()).toBe(0)
})

test('[ALR72 ALR73] the log says what became of each alert, and a phone that has another address says so', async () => {
  const { page, side, night, open, desk } = await openMine()
  await signUp(page, 'https://push.example/one')
  await open()
  await turnOn(page)
  side.deliveries = [
    deliveryOf({ acknowledged: '2023-10-20T01:45:04.000Z' }),
    deliveryOf({ message: alertOf({ id: 'two' }), state: 'refused', why: 'it answered 403' }),
  ]
  await desk.say(night, 'notes', { text: 'The count has begun' })
  await page.waitForSelector('[data-alert] >> text=delivered 2.45am')
  await page.waitForSelector('[data-failed="true"] >> text=failed: it answered 403')
  await page.waitForSelector('text=Last confirmed by this phone at 2.45am.')

  await signUp(page, 'https://push.example/two')
  await page.reload()
  await until('two addresses', () => side.endpoints.length === 2)
  expect(side.endpoints).toEqual(['https://push.example/one', 'https://push.example/two'])
  side.subscription &&= { ...side.subscription, ended: { at: '', why: 'It was gone (410).' } }
  await page.reload()
  await page.waitForSelector('.alerts[data-phase="off"] >> text=have ended. It was gone (410).')
  await page.waitForSelector('[data-do="ring"]')
})

test('[ALR69 ALR75] a rehearsal’s alerts stand on the page a moment later, marked, and axe finds nothing', async () => {
  const { server, desk } = await openHouse()
  const night = await desk.open(october)
  const { page, complaints } = await openPage(phone)
  const asked: string[] = []
  page.on('request', (request) => request.url().includes('/alerts/') && asked.push(request.url()))
  await page.goto(`${server.url}/my?night=${night}`)
  await page.waitForSelector('text=Alerts of a rehearsal stay on this page, marked TEST.')
  expect(asked).toEqual([])
  await page.click('[data-do="screen"]')
  await page.waitForSelector('.alerts[data-phase="on"]')
  await page.click('.alerts-rules > summary')
  await page.uncheck('[name="records"]')
  await page.click('[data-do="test"]')
  await page.waitForSelector('[data-kind="test"] .alerts-mark')
  await desk.declare(night, await declarationOf(october, tamworth))
  await page.waitForSelector('[data-kind="result"] >> text=LAB GAIN Tamworth from CON')
  await page.reload()
  await page.waitForSelector('[data-kind="result"] .alerts-mark >> text=TEST')
  await page.click('.alerts-rules > summary')
  await page.click('.alerts-which > summary')
  expect(await page.isChecked('[name="records"]')).toBe(false)
  for (const view of [phone, wall]) {
    await page.setViewportSize(view)
    expect(await violationsOn(page)).toEqual([])
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(sideways).toBeLessThanOrEqual(0)
  }
  expect(complaints).toEqual([])
})
