import { randomUUID } from 'node:crypto'
import type { AlertMessage } from '@night/shared/alert/message'
import { putOut } from '@night/shared/alert/outbox'
import type { Subscription } from '@night/shared/alert/subscription'
import { alertKeys, matcherKey } from '@night/shared/names'
import type { Clock, Stopwatch } from '@night/shared/time'
import type { ConnectionOptions } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { createLeader } from '../leader.ts'
import { createCanary, leavingForeign } from './canary.ts'
import { openCanaryReceiver } from './canary-receiver.ts'
import { createDeliveries } from './deliveries.ts'
import { createMatcher } from './matcher.ts'
import { openPush } from './push-keys.ts'
import { type AlertQueues, createAlertQueues } from './queues.ts'
import { createSenders, type Senders } from './senders.ts'
import { createScreen } from './senders/screen.ts'

type Parts = {
  readonly redis: Redis
  readonly connection: ConnectionOptions
  readonly config: {
    readonly dataFolder: string
    readonly pushSubject: string | null
    readonly alertOrigins: readonly string[]
  }
  /** Names this process among the workers. */
  readonly self: string
  readonly clock: Clock
  readonly stopwatch: Stopwatch
  readonly log: Logger
}

/**
 * Wakes reporters: events → rules → outbox → queue → sender. Who can call out is settled here, once: rehearsals and
 * replays are given an inbox on the page and nothing else. [ALR15]
 */
export const createAlerts = async (parts: Parts) => {
  const { redis, connection, config, clock, stopwatch, log } = parts
  const queues = createAlertQueues(redis, log)
  const { dataFolder: folder, pushSubject: subject } = config
  const push = await openPush({ folder, subject, redis, log })
  const receiver = push.state === 'on' ? await openCanaryReceiver() : null
  const senders = createSenders({
    push,
    trustedOrigins: config.alertOrigins,
    canaryOrigin: receiver?.origin,
    clock,
    stopwatch,
  })
  const outside = { ...senders, webpush: leavingForeign(senders.webpush, receiver) }
  const deliveries = await createDeliveries({
    redis,
    connection,
    queues,
    clock,
    random: Math.random,
    senders: { live: outside, rehearsal: inboxOnly(), replay: inboxOnly() },
    log,
  })
  const leader = createLeader(redis, matcherKey, parts.self)
  const matcher = createMatcher({ redis, queues, leader, clock, log })
  const fly = flyBy(redis, queues)
  const canary = receiver && createCanary({ receiver, fly, redis, clock, log, newId })
  return {
    close: async () => {
      await canary?.close()
      await matcher.close()
      await deliveries.close()
      await Promise.all(Object.values(outside).map((sender) => sender.close()))
      await queues.close()
    },
  }
}

const inboxOnly = (): Senders => {
  const inbox = createScreen()
  return { webpush: inbox, webhook: inbox, screen: inbox }
}

const newId = (): string => randomUUID().replaceAll('-', '')

/** Seconds for which a canary's keys outlive its last flight. */
const hour = 3600

/** Sends a canary by the way that all alerts go: outbox, queue, sender. The flight before goes from there. [ALR30] */
export const flyBy = (redis: Redis, { enqueue }: Pick<AlertQueues, 'enqueue'>) => {
  let before: string | null = null
  return async (subscription: Subscription, message: AlertMessage): Promise<void> => {
    const { mode, night, at } = message
    const { id } = subscription
    const { subscriptions } = alertKeys(mode, night)
    await redis.hset(subscriptions, id, JSON.stringify(subscription))
    await redis.expire(subscriptions, hour)
    const times = { declared: at, computed: at, queued: at, sent: null }
    const row = { message, state: 'queued', tries: 0, why: null, times } as const
    const unsaid = before === null ? [] : [{ subscription: id, alert: before }]
    const put = { rows: [{ subscription: id, row }], unsaid }
    await putOut({ redis, enqueue }, { mode, night }, put)
    before = message.id
  }
}
