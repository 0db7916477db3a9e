import type { AlertJob } from '@night/shared/alert/message'
import { memberOf, putOut } from '@night/shared/alert/outbox'
import { alertKeys, pushKeyKey } from '@night/shared/names'
import { createAlertQueues } from '@night/worker/alerts/queues'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { alertOf } from '../../support/alert.ts'
import { environmentOf, openWorker } from '../../support/house.ts'
import { nightName } from '../../support/night.ts'
import { openPushService } from '../../support/push-service.ts'
import { openRedis } from '../../support/redis-client.ts'
import { outboxOf, subscribe } from '../../support/subscribers.ts'
import { until } from '../../support/until.ts'

const longAgo = '2023-10-20T01:45:00.000Z'

test('[ALR13] an alert that a worker of another clock queued is sent; one that has waited too long on Redis’ clock is not', async () => {
  const redis = openRedis()
  await redis.del(pushKeyKey)
  const service = await openPushService()
  const night = nightName()
  const queues = createAlertQueues(redis, pino({ level: 'silent' }))
  onTestFinished(() => queues.close())
  await openWorker({
    ...(await environmentOf()),
    VAPID_SUBJECT: 'mailto:desk@newsroom.example',
    ALERT_ORIGINS: service.origin,
  })
  const device = service.device()
  const channel = { type: 'webpush', subscription: device.subscription } as const
  const id = await subscribe(redis, { night, mode: 'live', channel, rules: {} })
  const put = (alert: string, enqueue: (jobs: readonly AlertJob[]) => Promise<unknown>) => {
    const times = { declared: longAgo, computed: longAgo, queued: longAgo, sent: null }
    const message = alertOf({ id: alert, night })
    const row = { message, state: 'queued', tries: 0, why: null, times } as const
    const rows = [{ subscription: id, row }]
    return putOut({ redis, enqueue }, { mode: 'live', night }, { rows })
  }
  await put('by-another-clock', queues.enqueue)
  await put('waited-too-long', async (jobs) => {
    await redis.zadd(alertKeys('live', night).due, 'XX', 1, memberOf(id, 'waited-too-long'))
    await queues.enqueue(jobs)
  })
  const rows = await until('both are settled', async () => {
    const outbox = await outboxOf(redis, { mode: 'live', night, id })
    return Object.values(outbox).every(({ state }) => state !== 'queued') && outbox
  })
  expect(rows).toMatchObject({
    'by-another-clock': { state: 'sent' },
    'waited-too-long': { state: 'late', tries: 0 },
  })
  expect(device.received.map(({ message }) => message.id)).toEqual(['by-another-clock'])
})
