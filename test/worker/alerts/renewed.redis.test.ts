import { putOut } from '@night/shared/alert/outbox'
import { Subscription } from '@night/shared/alert/subscription'
import { alertKeys } from '@night/shared/names'
import { deliver } from '@night/worker/alerts/deliver'
import type { Sender } from '@night/worker/alerts/sender'
import { expect, test } from 'vitest'
import { alertOf } from '../../support/alert.ts'
import { nightName } from '../../support/night.ts'
import { openRedis } from '../../support/redis-client.ts'
import { outboxOf, subscribe } from '../../support/subscribers.ts'

const channelAt = (url: string) => ({ type: 'webhook', url, form: 'chat' }) as const
const [old, fresh] = ['https://hooks.example.com/old', 'https://hooks.example.com/new']

test('[ALR55] what an old address refuses while another is given goes to the new one', async () => {
  const redis = openRedis()
  const [mode, night] = ['live', nightName()] as const
  const id = await subscribe(redis, { night, mode, channel: channelAt(old), rules: {} })
  const message = alertOf({ night })
  const times = { declared: message.at, computed: message.at, queued: message.at, sent: null }
  const row = { message, state: 'queued', tries: 0, why: null, times } as const
  const outlet = { redis, enqueue: () => Promise.resolve() }
  await putOut(outlet, { mode, night }, { rows: [{ subscription: id, row }] })

  const { subscriptions } = alertKeys(mode, night)
  const kept = async () =>
    Subscription.parse(JSON.parse((await redis.hget(subscriptions, id)) ?? 'null'))
  const called: string[] = []
  const sender: Sender = {
    send: async (_message, { channel }) => {
      const url = channel.type === 'webhook' ? channel.url : ''
      called.push(url)
      if (url === fresh) return { outcome: 'sent', words: 'The receiver has it (200).' }
      const renewed = { ...(await kept()), channel: channelAt(fresh) }
      await redis.hset(subscriptions, id, JSON.stringify(renewed))
      return { outcome: 'gone', words: 'The receiver wants nothing more (410).' }
    },
    close: () => Promise.resolve(),
  }
  const parts = { redis, clock: { now: Date.now }, random: () => 0 }
  const senders = { webpush: sender, webhook: sender, screen: sender }
  const job = { mode, night, subscription: id, alert: message.id }
  expect(await deliver(parts, senders, job)).toMatchObject({ state: 'queued' })
  expect(await deliver(parts, senders, job)).toEqual({ state: 'sent', again: null })
  expect(called).toEqual([old, fresh])
  expect((await kept()).ended).toBeNull()
  expect(await outboxOf(redis, { mode, night, id })).toMatchObject({
    [message.id]: { state: 'sent', tries: 2 },
  })
})
