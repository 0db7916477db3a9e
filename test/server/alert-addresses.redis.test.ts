import { expect, test } from 'vitest'
import { all, openAlerts, push, screen, subscribed } from '../support/alert-door.ts'
import { openServer } from '../support/house.ts'
import { declarationOf, october, tamworth } from '../support/night.ts'
import { until } from '../support/until.ts'
import { openWebhook } from '../support/webhook.ts'

test('[ALR43] only the desk sets up a webhook, and no address inside is taken', async () => {
  const { call, night } = await openAlerts({ ALERT_ORIGINS: 'http://127.0.0.1:4567' })
  const hook = (url: string) => ({ night, channel: { type: 'webhook', url } })
  expect(await call.as(null)('POST', all, hook('https://hooks.example.com/a'))).toMatchObject({
    status: 403,
  })
  const made = await subscribed(call, hook('https://hooks.example.com/a'))
  expect(made.secret).toMatch(/^whsec_/)
  await subscribed(call, hook('http://127.0.0.1:4567/a'))
  const refused = [
    'http://hooks.example.com/a',
    'https://127.0.0.1/a',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://localhost/',
    'https://redis/',
    'https://printer.local/',
    'https://hooks.example.com:6379/',
    'https://me:secret@hooks.example.com/',
    'http://127.0.0.1:4568/a',
  ]
  for (const url of refused) {
    const answer = await call('POST', all, hook(url))
    expect([url, answer.status, Object(answer.body).code]).toEqual([url, 422, 'does-not-fit'])
    const pushed = await call.as(null)('POST', all, { night, channel: push(url) })
    expect([url, pushed.status]).toEqual([url, 422])
  }
})

test('[ALR43] whoever holds a webhook’s token changes its rules, and not where our machines call', async () => {
  const { call, night } = await openAlerts({ ALERT_ORIGINS: 'http://127.0.0.1:4567' })
  const channel = { type: 'webhook', url: 'https://hooks.example.com/a' }
  const { id, token } = await subscribed(call, { night, channel })
  const patch = (body: object) => call.as(token)('PATCH', `${all}/${id}`, body)
  expect(await patch({ rules: { seats: [tamworth] } })).toMatchObject({ status: 200 })
  const inside = { channel: { ...channel, url: 'http://127.0.0.1:4567/a' } }
  expect(await patch(inside)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  expect(await call('PATCH', `${all}/${id}`, inside)).toMatchObject({
    status: 200,
    body: { channel: { host: '127.0.0.1:4567' } },
  })
})

test('[ALR25 ALR43] a signed webhook of a live night is called with the secret that was shown once', async () => {
  const hook = await openWebhook()
  const { call, desk } = await openAlerts({ ALERT_ORIGINS: hook.origin })
  const night = await desk.openLive({ from: october })
  const channel = { type: 'webhook', url: hook.url }
  const { secret } = await subscribed(call, { night, channel, rules: { seats: [tamworth] } })
  await desk.declare(night, await declarationOf(october, tamworth))
  await until('it was called', () => hook.received.length === 1)
  expect(hook.received[0]?.body).toMatchObject({
    type: 'alert.result',
    data: { title: 'LAB GAIN Tamworth from CON' },
  })
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/)
})

test('[ALR43] a machine that subscribes again and again is asked to wait; the desk is not', async () => {
  const { environment, desk, night } = await openAlerts()
  const { call } = await openServer(environment)
  const statuses: number[] = []
  for (let count = 0; count < 22; count += 1) {
    statuses.push((await call.as(null)('POST', all, { night, channel: screen })).status)
  }
  expect(statuses).toContain(429)
  expect((await call('POST', all, { night, channel: screen })).status).toBe(201)
  expect((await desk.night(night)).id).toBe(night)
})
