import type { AlertJob, AlertMessage } from '@night/shared/alert/message'
import { putOut } from '@night/shared/alert/outbox'
import { pushKeyKey } from '@night/shared/names'
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

const subject = { VAPID_SUBJECT: 'mailto:desk@newsroom.example' }
const [first, second] = ['decl-E14000986-1', 'decl-E14000986-2']
const overtaken = 'A later alert took its place before it could be sent.'

test('[ALR13] what the queue brings only after a later alert of its seat is not sent, not even once', async () => {
  const redis = openRedis()
  await redis.del(pushKeyKey)
  const service = await openPushService()
  const night = nightName()
  const queues = createAlertQueues(redis, pino({ level: 'silent' }))
  onTestFinished(() => queues.close())
  await openWorker({ ...(await environmentOf()), ...subject, ALERT_ORIGINS: service.origin })
  const device = service.device()
  const channel = { type: 'webpush', subscription: device.subscription } as const
  const id = await subscribe(redis, { night, mode: 'live', channel, rules: {} })
  const put = (
    changes: Partial<AlertMessage>,
    enqueue: (jobs: readonly AlertJob[]) => Promise<unknown>,
  ) => {
    const message = alertOf({ night, ...changes })
    const times = { declared: message.at, computed: message.at, queued: message.at, sent: null }
    const row = { message, state: 'queued', tries: 0, why: null, times } as const
    return putOut(
      { redis, enqueue },
      { mode: 'live', night },
      { rows: [{ subscription: id, row }] },
    )
  }
  const slow: AlertJob[] = []
  await put({ id: first, seq: 2, title: 'LAB GAIN Tamworth from CON' }, (jobs) =>
    Promise.resolve(slow.push(...jobs)),
  )
  await put({ id: second, seq: 3, title: 'CON HOLD Tamworth' }, queues.enqueue)
  const settled = (alert: string) =>
    until(`the ${alert} is settled`, async () => {
      const row = (await outboxOf(redis, { mode: 'live', night, id }))[alert]
      return row?.state !== 'queued' && row
    })
  expect(await settled(second)).toMatchObject({ state: 'sent', tries: 1 })
  await queues.enqueue(slow)
  expect(await settled(first)).toMatchObject({ state: 'late', why: overtaken, tries: 0 })
  expect(device.received.map(({ message }) => message.id)).toEqual([second])

  // Of a digest of a worker from before no lines are known: it goes as it is.
  const digest = { id: 'digest-2-3', kind: 'digest', tag: 'digest-2', seq: 3 } as const
  await put(digest, queues.enqueue)
  expect(await settled(digest.id)).toMatchObject({ state: 'sent' })
})
