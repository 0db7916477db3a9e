import { randomBytes } from 'node:crypto'
import { Subscription } from '@night/shared/alert/subscription'
import { alertKeys, nightsKey } from '@night/shared/names'
import { OpenNight } from '@night/shared/night'
import { expect, test } from 'vitest'
import { all, openAlerts, screen, subscribed } from '../support/alert-door.ts'
import { nothingOn } from '../support/mixed-rules.ts'
import { october } from '../support/night.ts'
import { openRedis } from '../support/redis-client.ts'
import { until } from '../support/until.ts'

test('[ALR15] who subscribes to a replay at its end is told all of it once it is wound back', async () => {
  const { call, desk } = await openAlerts()
  const { id, night, from, to } = await desk.replay({ of: october, speed: 'max' })
  await desk.reached(night, 4)
  const rules = { ...nothingOn, everyResult: true }
  const mine = await subscribed(call, { night, channel: screen, rules })
  await until('it is over', async () => (await desk.replayNow(id)).position >= to)
  await desk.changeReplay(id, { position: from, playing: true })
  const deliveries = async () =>
    JSON.stringify((await call('GET', `${all}/${mine.id}/deliveries`)).body)
  await until('the last is told', async () => (await deliveries()).includes('Mid Bedfordshire'))
  expect(await deliveries()).toContain('REPLAY LAB GAIN Tamworth from CON')
})

test('[ALR15] a replay of the name of one that was removed has none of its subscriptions, and keeps its own', async () => {
  const { call, desk } = await openAlerts()
  const wanted = { of: october, speed: 1, id: randomBytes(4).toString('hex') }
  const { id, night } = await desk.replay(wanted)
  const old = await subscribed(call, { night, channel: screen, rules: nothingOn })
  expect((await call('DELETE', `/api/replays/${id}`)).status).toBe(204)
  await desk.replay(wanted)
  expect((await call('GET', `${all}/${old.id}`)).status).toBe(404)
  const mine = await subscribed(call, { night, channel: screen, rules: nothingOn })
  expect((await call('GET', `${all}/${mine.id}`)).status).toBe(200)
  expect(await openRedis().ttl(alertKeys('replay', night).subscriptions)).toBe(-1)
})

test('[ALR15] who subscribes while a server still has the run before is told all of the new one', async () => {
  const { call, desk } = await openAlerts()
  const redis = openRedis()
  const { night } = await desk.replay({ of: october, speed: 'max' })
  await desk.reached(night, 4)
  const open = OpenNight.parse(JSON.parse((await redis.hget(nightsKey, night)) ?? ''))
  // Another server has wound it back just now.
  await redis.hset(nightsKey, night, JSON.stringify({ ...open, run: open.run + 1 }))
  const { id } = await subscribed(call, { night, channel: screen, rules: nothingOn })
  const text = await redis.hget(alertKeys('replay', night).subscriptions, id)
  const { run, since } = Subscription.parse(JSON.parse(text ?? ''))
  expect(run === open.run + 1 ? since : 0).toBe(0)
})
