import { Instant } from '@night/shared/instant'
import type { AlertMeasures, CanaryMeasures, Measures, NightMeasures } from '@night/shared/measures'
import { alertKeys, canaryKey } from '@night/shared/names'
import { type Clock, instant, milliseconds } from '@night/shared/time'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { Nights } from '../nights.ts'
import { settledOf } from './settled.ts'
import { stepsOf } from './steps.ts'

export type MeasureParts = {
  readonly nights: Nights
  readonly redis: Redis
  readonly clock: Clock
  readonly screensOf: (night: string) => number
}

/** Milliseconds for which one measurement answers everybody who asks. */
const lasts = 4000

/** Measures the house, once for all who ask at about the same time. */
export const createMeasure = (parts: MeasureParts): (() => Promise<Measures>) => {
  let last: { readonly at: number; readonly measures: Promise<Measures> } | null = null
  return () => {
    const now = parts.clock.now()
    // Either way: a clock may be set back.
    if (last !== null && Math.abs(now - last.at) < lasts) return last.measures
    const measures = measure(parts)
    last = { at: now, measures }
    measures.catch(() => (last = null))
    return measures
  }
}

const measure = async (parts: MeasureParts): Promise<Measures> => {
  const nights = await openNights(parts)
  const [alerts, canary] = await Promise.all([alertsOf(parts, nights), canaryOf(parts)])
  return { at: instant(parts.clock.now()), alerts, canary, nights }
}

const openNights = async ({ nights, screensOf }: MeasureParts): Promise<NightMeasures[]> =>
  (await nights.listOpen()).flatMap(({ definition: { id, title }, mode, board }) =>
    mode === 'recorded' ? [] : [{ id, title, mode, seq: board.seq, screens: screensOf(id) }],
  )

const alertsOf = async (
  { redis }: MeasureParts,
  nights: readonly NightMeasures[],
): Promise<AlertMeasures> => {
  const settled = (await Promise.all(nights.map((night) => settledOf(redis, night)))).flat()
  const waiting = await Promise.all(
    nights.map(({ mode, id }) => redis.zcard(alertKeys(mode, id).due)),
  )
  const count = (wanted: string) => settled.filter(({ state }) => state === wanted).length
  return {
    steps: stepsOf(settled),
    late: count('late'),
    parked: count('parked'),
    gone: count('gone'),
    refused: count('refused'),
    waiting: waiting.reduce((sum, one) => sum + one, 0),
  }
}

const Flights = z.object({ sent: Instant.nullable(), acknowledged: Instant.nullable() })

const canaryOf = async ({ redis, clock }: MeasureParts): Promise<CanaryMeasures | null> => {
  const [sent, acknowledged] = await redis.hmget(canaryKey, 'sent', 'acknowledged')
  const flights = Flights.parse({ sent, acknowledged })
  if (flights.sent === null && flights.acknowledged === null) return null
  const age =
    flights.acknowledged === null ? null : clock.now() - milliseconds(flights.acknowledged)
  return { ...flights, ageSeconds: age === null ? null : Math.max(0, age) / 1000 }
}
