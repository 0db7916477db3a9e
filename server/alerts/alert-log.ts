import { randomUUID } from 'node:crypto'
import { type AlertMessage, type Delivery, OutboxRow } from '@night/shared/alert/message'
import { putOut } from '@night/shared/alert/outbox'
import type { Subscription } from '@night/shared/alert/subscription'
import { alertKeys, rateKey } from '@night/shared/names'
import { clockTime, instant } from '@night/shared/time'
import { Router } from 'express'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { bodyOf } from '../guard.ts'
import { refuse } from '../problems.ts'
import { isWithin } from '../rate.ts'
import { createOwner } from './owner.ts'
import type { AlertParts } from './parts.ts'

export const Receipt = z.strictObject({ alert: z.string().max(80) })

/** As many as a phone's log shows. */
const most = 200

/** A test, what was sent, and what the device says that it has. [ALR45 ALR46] */
export const createAlertLog = (parts: AlertParts): Router => {
  const { redis, access } = parts
  const owner = createOwner(redis, access)
  return Router()
    .post(
      '/alerts/subscriptions/:id/test',
      owner(async (_request, response, { subscription }) => {
        if (!(await isWithin(redis, rateKey.tests(subscription.id), mostTests))) {
          return refuse(response, 'too-many', 'Six tests a minute are enough. Wait a minute.')
        }
        response.status(202).json({ alert: await sendTest(parts, subscription) })
      }),
    )
    .get(
      '/alerts/subscriptions/:id/deliveries',
      owner(async (_request, response, { subscription }) => {
        response.json({ deliveries: await deliveriesOf(redis, subscription) })
      }),
    )
    .post(
      '/alerts/subscriptions/:id/receipts',
      owner(async (request, response, { subscription: { id, mode, night } }) => {
        const receipt = bodyOf(Receipt, request, response)
        if (!receipt) return
        const { outbox, acknowledged } = alertKeys(mode, night)
        if ((await redis.hexists(outbox(id), receipt.alert)) === 0) {
          return refuse(response, 'no-such-thing', 'That alert was never sent to this device.')
        }
        await redis.hsetnx(acknowledged(id), receipt.alert, instant(parts.clock.now()))
        response.status(204).end()
      }),
    )
}

const mostTests = 6

const sendTest = async (
  { redis, clock, inlet, nights }: AlertParts,
  { id, mode, night }: Subscription,
): Promise<string> => {
  const at = instant(clock.now())
  const title = (await nights.find(night))?.definition.title ?? night
  const message: AlertMessage = {
    id: `test-${randomUUID()}`,
    kind: 'test',
    night,
    mode,
    seq: 0,
    tag: 'test',
    title: 'TEST Alerts reach this phone',
    body: `${title}. Sent at ${clockTime(at)}.`,
    path: `/my?night=${night}`,
    at,
    update: false,
    silent: false,
    urgent: false,
    ttl: 300,
  }
  const times = { declared: at, computed: at, queued: at, sent: null }
  const row = { message, state: 'queued', tries: 0, why: null, times } as const
  const outlet = { redis, enqueue: inlet.enqueueAlerts }
  await putOut(outlet, { mode, night }, { rows: [{ subscription: id, row }] })
  return message.id
}

/** The newest first. [ALR46] */
const deliveriesOf = async (
  redis: Redis,
  { id, mode, night }: Subscription,
): Promise<Delivery[]> => {
  const { outbox, acknowledged } = alertKeys(mode, night)
  const [rows, receipts] = await Promise.all([
    redis.hvals(outbox(id)),
    redis.hgetall(acknowledged(id)),
  ])
  return rows
    .map((text) => OutboxRow.parse(JSON.parse(text)))
    .toSorted((a, b) => (a.times.queued < b.times.queued ? 1 : -1))
    .slice(0, most)
    .map((row) => ({ ...row, acknowledged: receipts[row.message.id] ?? null }))
}
