import { putOut } from '@night/shared/alert/outbox'
import { alertKeys, subscribersKey } from '@night/shared/names'
import { remove } from '@night/server/replay-nights'
import { deliver } from '@night/worker/alerts/deliver'
import { createScreen } from '@night/worker/alerts/senders/screen'
import { expect, test } from 'vitest'
import { alertOf } from '../../support/alert.ts'
import { openRedis } from '../../support/redis-client.ts'
import { openReplay } from '../../support/removable.ts'
import { subscribe } from '../../support/subscribers.ts'

const mode = 'replay'

/** A replay that somebody has subscribed to, with alerts still on their way. */
const openAwaited = async () => {
  const redis = openRedis()
  const replay = await openReplay(redis)
  const { night } = replay
  const device = await subscribe(redis, { night, mode, channel: { type: 'screen' }, rules: {} })
  await redis.hset(subscribersKey, device, `${mode}:${night}`)
  const put = (alert: string, expected: string, next: string) => {
    const message = alertOf({ night, mode, id: alert })
    const times = { declared: message.at, computed: message.at, queued: message.at, sent: null }
    const row = { message, state: 'queued', tries: 0, why: null, times } as const
    const rows = [{ subscription: device, row, lines: [alert] }]
    const step = { expected, next, states: [[device, '{}']] as const }
    const outlet = { redis, enqueue: () => Promise.resolve() }
    return putOut(outlet, { mode, night }, { rows, step })
  }
  const inbox = createScreen()
  const senders = { webpush: inbox, webhook: inbox, screen: inbox }
  const parts = { redis, clock: { now: Date.now }, random: () => 0 }
  const settle = (alert: string) =>
    deliver(parts, senders, { mode, night, subscription: device, alert })
  const lasting = async () => {
    const keys = await redis.keys(`*{${night}}*`)
    const ages = await Promise.all(keys.map((key) => redis.ttl(key)))
    return keys.filter((_, place) => ages[place] === -1)
  }
  return { redis, replay, device, put, settle, lasting }
}

test('[RPL5] what is matched and sent of a replay while it is removed goes as it does', async () => {
  const { redis, replay, device, put, settle, lasting } = await openAwaited()
  expect(await put('before', '', 'one')).toBe(true)
  await remove(redis, replay)
  expect(await put('after', 'one', 'two')).toBe(true)
  expect(await settle('before')).toMatchObject({ state: 'sent' })
  expect(await settle('after')).toMatchObject({ state: 'sent' })
  const { place, done, outbox } = alertKeys(mode, replay.night)
  expect(await redis.exists(place, done, outbox(device))).toBe(3)
  expect(await lasting()).toEqual([])
})

test('[RPL5] no subscription of a replay that was removed is found any more', async () => {
  const { redis, replay, device } = await openAwaited()
  await remove(redis, replay)
  expect(await redis.hexists(subscribersKey, device)).toBe(0)
})
