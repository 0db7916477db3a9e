import type { Fault } from '@night/shared/last-fault'
import type { Measures, NightMeasures, ScreenMeasures } from '@night/shared/measures'
import { inSeconds } from '@night/shared/spread'
import { type Clock, instant, type Stopwatch } from '@night/shared/time'
import type { Redis } from 'ioredis'
import type { Census } from '../census.ts'
import type { Inlet } from '../inlet.ts'
import type { Night } from '../night.ts'
import type { Nights } from '../nights.ts'
import { alertsOf, canaryOf } from './alerts.ts'
import { queueDepths } from './queue-depth.ts'
import type { Walk } from './walk.ts'
import { workerTold } from './worker-told.ts'

export type MeasureParts = {
  readonly nights: Nights
  readonly redis: Redis
  readonly inlet: Pick<Inlet, 'queues'>
  readonly clock: Clock
  readonly stopwatch: Stopwatch
  readonly walk: Pick<Walk, 'steps'>
  readonly census: () => Census
  /** What the built screens are called. */
  readonly version: () => Promise<string>
  readonly lastFault: () => Fault | null
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
  const { redis, clock, inlet, walk, lastFault } = parts
  const census = parts.census()
  const nights = await openNights(parts, census)
  const [alerts, canary, queues, told, screens] = await Promise.all([
    alertsOf(redis, nights),
    canaryOf(redis, clock),
    queueDepths(inlet.queues),
    workerTold(redis),
    screensOf(parts, census),
  ])
  const faults = { server: lastFault(), worker: told.fault }
  const steps = walk.steps(told.took)
  return { at: instant(clock.now()), walk: steps, queues, alerts, canary, screens, nights, faults }
}

const openNights = async (parts: MeasureParts, census: Census): Promise<NightMeasures[]> => {
  const open = await parts.nights.listOpen()
  return open.flatMap((night) => nightOf(parts, census, night) ?? [])
}

const nightOf = (
  { nights, stopwatch }: MeasureParts,
  census: Census,
  { definition: { id, title }, mode, board }: Night,
): NightMeasures | null => {
  const fresh = nights.freshness(id)
  if (mode === 'recorded' || fresh === null) return null
  const { heardAt, readAt } = fresh
  const { screens, behind } = census.nights.get(id) ?? { screens: 0, behind: 0 }
  const lastEvent = heardAt === null ? null : instant(heardAt)
  const readAgeSeconds = inSeconds(stopwatch.now() - readAt)
  return { id, title, mode, seq: board.seq, screens, behind, lastEvent, readAgeSeconds }
}

const screensOf = async (
  { version }: MeasureParts,
  { nights, versions }: Census,
): Promise<ScreenMeasures> => {
  const all = [...nights.values()]
  return {
    connected: all.reduce((sum, { screens }) => sum + screens, 0),
    behind: all.reduce((sum, { behind }) => sum + behind, 0),
    version: await version(),
    versions,
  }
}
