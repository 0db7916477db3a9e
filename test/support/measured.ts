import { join } from 'node:path'
import type { AlertKind, OutboxRow } from '@night/shared/alert/message'
import { memberOf, putOut } from '@night/shared/alert/outbox'
import { alertKeys } from '@night/shared/names'
import type { OpenMode } from '@night/shared/night'
import { instant } from '@night/shared/time'
import { Redis } from 'ioredis'
import { onTestFinished } from 'vitest'
import { startRedis } from '../../setup/redis.mjs'
import { alertOf, subscriptionOf } from './alert.ts'
import { environmentOf, openServer } from './house.ts'

export const start = Date.now()

/** Ten seconds of this clock to one of ours, so that no measurement is an old one when it is asked for again. */
const fast = { now: () => start + (Date.now() - start) * 10 }

/** A server with a Redis of its own, since what is measured is all that there is. */
export const openMeasured = async (more: NodeJS.ProcessEnv = {}, clock = fast) => {
  const environment = { ...(await environmentOf('unset')), ...more }
  const { REDIS_SERVER_BINARY: binary = '', REDIS_SERVER_LIBRARY_PATH: libraryPath } = process.env
  const dir = join(environment['DATA_DIR'] ?? '', 'redis')
  const own = await startRedis({ binary, libraryPath, dir })
  onTestFinished(() => own.close())
  const redis = new Redis({ path: own.socketPath })
  onTestFinished(() => redis.disconnect())
  const house = { ...environment, REDIS_URL: own.url }
  const server = await openServer(house, undefined, { clock })
  return { ...server, redis, house }
}

type Row = {
  readonly id: string
  readonly kind?: AlertKind
  readonly state?: OutboxRow['state']
  /** Seconds from each moment to the next; null where it was not sent. */
  readonly took: readonly [computing: number, queuing: number, sending: number | null]
  /** Seconds after it was sent. */
  readonly acknowledged?: number
}

/** Puts alerts of one device where the worker leaves what it has settled. */
export const settle = async (
  redis: Redis,
  { mode, night }: { readonly mode: OpenMode; readonly night: string },
  rows: readonly Row[],
): Promise<void> => {
  const subscription = 'abcdefgh1234'
  const { subscriptions, done, acknowledged } = alertKeys(mode, night)
  // It has ended, so that a worker adds nothing.
  const ended = { at: instant(start), why: 'It is measured.' }
  const device = subscriptionOf({ type: 'screen' }, { id: subscription, mode, night, ended })
  await redis.hset(subscriptions, subscription, JSON.stringify(device))
  const enqueue = () => Promise.resolve()
  for (const { id, kind = 'result', state = 'sent', took, ...more } of rows) {
    const [computing, queuing, sending] = took
    const computed = start + computing * 1000
    const queued = computed + queuing * 1000
    const sent = sending === null ? null : queued + sending * 1000
    const row: OutboxRow = {
      message: alertOf({ id, kind, mode, night }),
      state,
      tries: 1,
      why: null,
      times: {
        declared: instant(start),
        computed: instant(computed),
        queued: instant(queued),
        sent: sent === null ? null : instant(sent),
      },
    }
    await putOut({ redis, enqueue }, { mode, night }, { rows: [{ subscription, row }] })
    if (state !== 'queued') await redis.lpush(done, memberOf(subscription, id))
    if (sent === null || more.acknowledged === undefined) continue
    const at = instant(sent + more.acknowledged * 1000)
    await redis.hset(acknowledged(subscription), id, at)
  }
}
