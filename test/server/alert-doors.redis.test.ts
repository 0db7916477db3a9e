import { AlertRules } from '@night/shared/alert/rules'
import { Subscription } from '@night/shared/alert/subscription'
import { alertKeys, subscribersKey } from '@night/shared/names'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { subscriptionOf } from '../support/alert.ts'
import { all, forgetRates, push, screen, subscribed } from '../support/alert-door.ts'
import { environmentOf, openServer } from '../support/house.ts'
import { october, tamworth } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'

const hook = { type: 'webhook', url: 'https://hooks.example.com/a' }
const viewToken = 'rnv_the-view-token-of-the-tests'

/** The doors without a worker, so that what is put before it stays there. */
const openDoors = async (more: NodeJS.ProcessEnv = {}, log = pino({ level: 'silent' })) => {
  const server = await openServer({ ...(await environmentOf()), ...more }, log)
  const redis = openRedis()
  await forgetRates(redis)
  const night = await server.desk.open(october)
  const kept = alertKeys('rehearsal', night)
  const subscription = async (id: string) =>
    Subscription.parse(JSON.parse((await redis.hget(kept.subscriptions, id)) ?? 'null'))
  return { ...server, redis, night, kept, subscription }
}

test('[ALR53] where reading needs a token subscribing does too, and a device then needs its own token only', async () => {
  const { call, desk, night } = await openDoors({ VIEW_TOKEN: viewToken })
  const elsewhere = await desk.editor('Elsewhere', october)
  const body = { night, channel: screen }
  for (const [method, path] of [
    ['GET', '/api/alerts/key'],
    ['POST', all],
  ] as const) {
    expect(await call.as(null)(method, path, method === 'POST' ? body : undefined)).toMatchObject({
      status: 401,
      body: { code: 'no-token' },
    })
  }
  const { id, token } = await subscribed(call.as(viewToken), body)
  const other = await subscribed(call.as(viewToken), body)
  const calls = [
    ['GET', ''],
    ['PATCH', ''],
    ['POST', '/test'],
    ['GET', '/deliveries'],
    ['POST', '/receipts'],
    ['DELETE', ''],
  ] as const
  for (const [method, rest] of calls) {
    const path = `${all}/${id}${rest}`
    const statuses = await Promise.all(
      [null, viewToken, other.token, elsewhere.token, `${token}x`].map(
        async (wrong) =>
          (await call.as(wrong)(method, path, method === 'GET' ? undefined : {})).status,
      ),
    )
    expect([path, statuses]).toEqual([path, [401, 403, 403, 403, 403]])
  }
  expect((await call.as(token)('GET', `${all}/${id}`)).status).toBe(200)
  // An editor of another night has no say here: neither in the list, nor where our machines call.
  const editor = call.as(elsewhere.token)
  expect(await editor('GET', `${all}?night=${night}`)).toMatchObject({ status: 403 })
  expect(await editor('POST', all, { night, channel: hook })).toMatchObject({ status: 403 })
})

test('[ALR54] what was changed at the same moment is never lost without a word', async () => {
  const { call, night, subscription } = await openDoors()
  const { id, token } = await subscribed(call.as(null), { night, channel: screen })
  const rules = ['everyResult', 'upsets', 'keySeats', 'records', 'milestones', 'desk'] as const
  const before = AlertRules.parse({})
  const statuses = await Promise.all(
    rules.map(async (rule) => {
      const change = { rules: { [rule]: !before[rule] } }
      return (await call.as(token)('PATCH', `${all}/${id}`, change)).status
    }),
  )
  expect(statuses).toContain(200)
  const after = (await subscription(id)).rules
  expect(rules.map((rule) => after[rule] !== before[rule])).toEqual(
    statuses.map((status) => status === 200),
  )
  expect(new Set(statuses.filter((status) => status !== 200))).toEqual(
    new Set(statuses.includes(409) ? [409] : []),
  )
})

test('[ALR55] another address begins again where the old one had ended, and is looked at like the first', async () => {
  const { call, night, redis, kept, subscription } = await openDoors()
  const { id, token } = await subscribed(call.as(null), {
    night,
    channel: push('https://push.example.com/old'),
  })
  const ended = { at: '2024-07-05T00:00:00.000Z', why: 'It was gone.' }
  const gone = { ...(await subscription(id)), ended }
  await redis.hset(kept.subscriptions, id, JSON.stringify(gone))
  const patch = (body: object) => call.as(token)('PATCH', `${all}/${id}`, body)
  expect(await patch({ rules: { seats: [tamworth] } })).toMatchObject({
    status: 200,
    body: { ended },
  })
  expect(await patch({ channel: push('https://10.0.0.1/new') })).toMatchObject({ status: 422 })
  expect(await patch({ channel: push('https://push.example.com/new') })).toMatchObject({
    status: 200,
    body: { ended: null, rules: { seats: [tamworth] } },
  })
  expect((await subscription(id)).channel).toEqual(push('https://push.example.com/new'))
})

test('[ALR56] of a subscription that is ended nothing is kept, and its token opens nothing', async () => {
  const { call, night, redis, kept } = await openDoors()
  const { id, token } = await subscribed(call.as(null), { night, channel: screen })
  const own = call.as(token)
  const sent = z.object({ alert: z.string() }).parse((await own('POST', `${all}/${id}/test`)).body)
  expect((await own('POST', `${all}/${id}/receipts`, sent)).status).toBe(204)
  await redis.hset(kept.states, id, '{}')
  await redis.hset(kept.lines(id), 'digest-1-2', '[]')
  const traces = async () => [
    await redis.hexists(kept.subscriptions, id),
    await redis.hexists(subscribersKey, id),
    await redis.hexists(kept.states, id),
    await redis.exists(kept.outbox(id)),
    await redis.exists(kept.lines(id)),
    await redis.exists(kept.acknowledged(id)),
    Number((await redis.zscore(kept.due, `${id} ${sent.alert}`)) !== null),
  ]
  expect(await traces()).toEqual([1, 1, 1, 1, 1, 1, 1])
  expect((await own('DELETE', `${all}/${id}`)).status).toBe(204)
  expect(await traces()).toEqual([0, 0, 0, 0, 0, 0, 0])
  for (const method of ['GET', 'DELETE']) {
    expect(await own(method, `${all}/${id}`)).toMatchObject({
      status: 404,
      body: { code: 'no-such-thing' },
    })
  }
})

test('[ALR57] a night takes two thousand subscriptions and no more, whoever asks', async () => {
  const { call, night, redis, kept } = await openDoors()
  onTestFinished(async () => void (await redis.del(kept.subscriptions)))
  const ids = Array.from({ length: 1999 }, (_, index) => `device${String(index).padStart(6, '0')}`)
  const textOf = (id: string) =>
    JSON.stringify(subscriptionOf({ type: 'screen' }, { id, night, mode: 'rehearsal' }))
  await redis.hset(kept.subscriptions, ...ids.flatMap((id) => [id, textOf(id)]))
  await subscribed(call, { night, channel: screen })
  expect(await call('POST', all, { night, channel: screen })).toMatchObject({
    status: 429,
    body: { code: 'too-many', detail: expect.stringContaining('2,000') },
  })
  expect(await redis.hlen(kept.subscriptions)).toBe(2000)
})

test('[ALR58] neither a token nor a secret of a subscription is in a log line or in what is shown later', async () => {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) })
  const { call, night, redis, kept } = await openDoors({}, log)
  const { id, token, secret } = await subscribed(call, { night, channel: hook })
  const own = call.as(token)
  const path = `${all}/${id}`
  const answers = [
    await own('GET', path),
    await own('PATCH', path, { rules: { seats: [tamworth] } }),
    await own('PATCH', path, { rules: { [token]: secret } }),
    await own('POST', `${path}/test`),
    await own('GET', `${path}/deliveries`),
    await own('GET', `/${token}?token=${token}`),
    await call('GET', `${all}?night=${night}`),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 422, 202, 200, 404, 200])
  const shown = JSON.stringify(answers.filter((_answer, place) => place !== 2 && place !== 5))
  const stored = JSON.stringify(await redis.hgetall(kept.subscriptions))
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/)
  expect([shown.includes(secret ?? ''), shown.includes(token)]).toEqual([false, false])
  expect(stored).not.toContain(token)
  const said = lines.filter((line) => line.includes(token) || line.includes(secret ?? ''))
  expect(said).toEqual([])
})

test('[ALR59] a receiver that takes chat messages does not become one whose messages are signed', async () => {
  const { call, night } = await openDoors()
  const { id, token, secret } = await subscribed(call, {
    night,
    channel: { ...hook, form: 'chat' },
  })
  expect(secret).toBeNull()
  const channel = { ...hook, form: 'signed' }
  expect(await call.as(token)('PATCH', `${all}/${id}`, { channel })).toMatchObject({ status: 422 })
})
