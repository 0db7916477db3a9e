import type { AlertMessage } from '@night/shared/alert/message'
import { putOut } from '@night/shared/alert/outbox'
import { deliver } from '@night/worker/alerts/deliver'
import { expect, test } from 'vitest'
import { alertOf } from '../../support/alert.ts'
import { nightName } from '../../support/night.ts'
import { openRedis } from '../../support/redis-client.ts'
import { outboxOf, subscribe } from '../../support/subscribers.ts'

const away = {
  send: () =>
    Promise.resolve({ outcome: 'later', words: 'It is not there.', after: null } as const),
  close: () => Promise.resolve(),
}
const senders = { webpush: away, webhook: away, screen: away }

test('[ALR13] news that nobody takes is parked after twelve tries, a correction is tried on', async () => {
  const redis = openRedis()
  const night = nightName()
  const id = await subscribe(redis, { night, mode: 'live', channel: { type: 'screen' }, rules: {} })
  const parts = { redis, clock: { now: () => Date.now() }, random: () => 0 }
  const tried = async (times: number, changes: Partial<AlertMessage>) => {
    const message = alertOf({ night, ...changes })
    const { at } = message
    const own = { declared: at, computed: at, queued: at, sent: null }
    const row = { message, state: 'queued', tries: 0, why: null, times: own } as const
    const outlet = { redis, enqueue: () => Promise.resolve() }
    await putOut(outlet, { mode: 'live', night }, { rows: [{ subscription: id, row }] })
    const job = { mode: 'live', night, subscription: id, alert: message.id } as const
    for (let one = 0; one < times; one += 1) await deliver(parts, senders, job)
    return (await outboxOf(redis, { mode: 'live', night, id }))[message.id]
  }
  expect(await tried(11, { id: 'decl-E14000001-1', tag: 'seat-E14000001' })).toMatchObject({
    state: 'queued',
  })
  expect(await tried(20, { id: 'decl-E14000002-1', tag: 'seat-E14000002' })).toMatchObject({
    state: 'parked',
    tries: 12,
    why: 'It is not there.',
  })
  const correction = { kind: 'correction', ttl: 6 * 3600 } as const
  expect(
    await tried(20, { id: 'decl-E14000003-2', tag: 'seat-E14000003', ...correction }),
  ).toMatchObject({ state: 'queued', tries: 20 })
  // A majority that was lost takes back what was said, too.
  const lost = { kind: 'milestone', ttl: 6 * 3600, tag: 'milestone' } as const
  expect(await tried(20, { id: 'milestone-no-majority-9', ...lost })).toMatchObject({
    state: 'queued',
    tries: 20,
  })
})
