import { Instant } from '@night/shared/instant'
import type { AlertMeasures, CanaryMeasures } from '@night/shared/measures'
import { alertKeys, canaryKey } from '@night/shared/names'
import type { OpenMode } from '@night/shared/night'
import { type Clock, milliseconds } from '@night/shared/time'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { alertSteps } from './alert-steps.ts'
import { settledOf } from './settled.ts'

type Night = { readonly mode: OpenMode; readonly id: string }

/** How long alerts of these nights took, what nobody got, and what waits. [ALR50] */
export const alertsOf = async (redis: Redis, nights: readonly Night[]): Promise<AlertMeasures> => {
  const settled = (await Promise.all(nights.map((night) => settledOf(redis, night)))).flat()
  const waiting = await Promise.all(
    nights.map(({ mode, id }) => redis.zcard(alertKeys(mode, id).due)),
  )
  const count = (wanted: string) => settled.filter(({ state }) => state === wanted).length
  return {
    steps: alertSteps(settled),
    late: count('late'),
    parked: count('parked'),
    gone: count('gone'),
    refused: count('refused'),
    waiting: waiting.reduce((sum, one) => sum + one, 0),
  }
}

const Flights = z.object({ sent: Instant.nullable(), acknowledged: Instant.nullable() })

export const canaryOf = async (redis: Redis, clock: Clock): Promise<CanaryMeasures | null> => {
  const [sent, acknowledged] = await redis.hmget(canaryKey, 'sent', 'acknowledged')
  const flights = Flights.parse({ sent, acknowledged })
  if (flights.sent === null && flights.acknowledged === null) return null
  const age =
    flights.acknowledged === null ? null : clock.now() - milliseconds(flights.acknowledged)
  return { ...flights, ageSeconds: age === null ? null : Math.max(0, age) / 1000 }
}
