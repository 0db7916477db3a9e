import { pushKeyKey } from '@night/shared/names'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { all, keys, openAlerts, push, screen, subscribed } from '../support/alert-door.ts'
import { declarationOf, midBedfordshire, october, tamworth } from '../support/night.ts'
import { until } from '../support/until.ts'

const Deliveries = z.object({
  deliveries: z.array(
    z.object({
      state: z.string(),
      acknowledged: z.string().nullable(),
      message: z.object({ id: z.string(), title: z.string() }),
    }),
  ),
})

test('[ALR40] a browser is told the key of the house; where web push is off it is told so in words', async () => {
  const { call, redis } = await openAlerts()
  expect(await call.as(null)('GET', '/api/alerts/key')).toMatchObject({
    status: 200,
    body: { key: expect.stringMatching(/^[\w-]{87}$/) },
  })
  await redis.del(pushKeyKey)
  expect(await call.as(null)('GET', '/api/alerts/key')).toMatchObject({
    status: 409,
    body: { code: 'push-off', detail: expect.stringContaining('on the page') },
  })
})

test('[ALR41 ALR42] who may read may subscribe; what is shown tells nobody how to send there, and only the owner and the desk see it', async () => {
  const { call, night } = await openAlerts()
  const phone = call.as(null)
  const channel = push('https://push.example.com/secret-path')
  const mine = await subscribed(phone, { night, channel, rules: { seats: [tamworth] } })
  const other = await subscribed(phone, { night, channel: screen })
  expect(mine.secret).toBeNull()
  const shown = await phone.as(mine.token)('GET', `${all}/${mine.id}`)
  expect(shown).toMatchObject({
    status: 200,
    body: {
      id: mine.id,
      mode: 'rehearsal',
      channel: { type: 'webpush', host: 'push.example.com' },
      rules: { seats: [tamworth], milestones: true },
      ended: null,
    },
  })
  const texts = JSON.stringify([shown.body, mine.subscription])
  for (const secret of ['secret-path', keys.auth, keys.p256dh, 'tokenHash']) {
    expect(texts).not.toContain(secret)
  }
  const status = async (token: string | null, path = `${all}/${mine.id}`) =>
    (await call.as(token)('GET', path)).status
  expect(await status(other.token)).toBe(403)
  expect(await status(null)).toBe(401)
  expect((await call('GET', `${all}/${mine.id}`)).status).toBe(200)
  expect((await call('GET', `${all}?night=${night}`)).body).toMatchObject({
    subscriptions: [{ id: expect.any(String) }, { id: expect.any(String) }],
  })
  expect(await status(mine.token, `${all}?night=${night}`)).toBe(401)
  expect((await call.as(mine.token)('DELETE', `${all}/${mine.id}`)).status).toBe(204)
  expect(await status(mine.token)).toBe(404)
})

test('[ALR44] rules change one by one, and what is not a rule is refused in words', async () => {
  const { call, night } = await openAlerts()
  const { id, token } = await subscribed(call.as(null), {
    night,
    channel: screen,
    rules: { seats: [tamworth] },
  })
  const patch = (body: object) => call.as(token)('PATCH', `${all}/${id}`, body)
  expect(await patch({ rules: { gains: null, seats: [midBedfordshire] } })).toMatchObject({
    status: 200,
    body: { rules: { seats: [midBedfordshire], gains: null, records: true } },
  })
  expect(await patch({ rules: { gainz: null } })).toMatchObject({
    status: 422,
    body: { detail: expect.stringContaining('“gainz” is not known here') },
  })
  expect(await patch({ rules: { quiet: { from: '25:00', to: '07:00' } } })).toMatchObject({
    status: 422,
  })
  expect(await patch({ channel: push('https://push.example.com/a') })).toMatchObject({
    status: 422,
  })
  expect(await call('POST', all, { night: 'no-such-night', channel: screen })).toMatchObject({
    status: 404,
  })
  expect(await call('POST', all, { night: october, channel: screen })).toMatchObject({
    status: 404,
    body: { detail: expect.stringContaining('opened or replayed') },
  })
})

test('[ALR45 ALR46] a test alert goes the whole way; the log shows it and what the device confirmed', async () => {
  const { call, desk, night } = await openAlerts()
  const { id, token } = await subscribed(call.as(null), {
    night,
    channel: screen,
    rules: { seats: [tamworth] },
  })
  const own = call.as(token)
  expect(await own('POST', `${all}/${id}/test`)).toMatchObject({ status: 202 })
  await desk.declare(night, await declarationOf(october, tamworth))
  const log = async () =>
    Deliveries.parse((await own('GET', `${all}/${id}/deliveries`)).body).deliveries
  const sent = await until('both are sent', async () => {
    const rows = await log()
    return rows.length === 2 && rows.every(({ state }) => state === 'sent') && rows
  })
  expect(sent.map(({ message }) => message.title)).toEqual([
    'TEST LAB GAIN Tamworth from CON',
    'TEST Alerts reach this phone',
  ])
  const alert = `decl-${tamworth}-1`
  expect((await own('POST', `${all}/${id}/receipts`, { alert })).status).toBe(204)
  expect((await own('POST', `${all}/${id}/receipts`, { alert: 'decl-x' })).status).toBe(404)
  expect((await log())[0]?.acknowledged).toMatch(/^20/)
  for (let count = 0; count < 5; count += 1) await own('POST', `${all}/${id}/test`)
  expect(await own('POST', `${all}/${id}/test`)).toMatchObject({
    status: 429,
    body: { code: 'too-many' },
  })
})
