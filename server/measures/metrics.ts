import type { Measures } from '@night/shared/measures'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { Writes } from '../fan-out/outlet.ts'
import { alertSeries } from './alert-series.ts'
import { nightSeries, queueSeries, screenSeries } from './house-series.ts'
import type { Series } from './series.ts'
import { faultSeries, walkSeries } from './walk-series.ts'

/** Of the process, so once in it, however many servers it has. */
let ofProcess: Registry | undefined

const processRegistry = (): Registry => {
  if (ofProcess) return ofProcess
  ofProcess = new Registry()
  collectDefaultMetrics({ register: ofProcess })
  return ofProcess
}

/** As Prometheus reads it; of the process only, while the house cannot be measured. [ALR51] */
export const metricsText = (measures: Measures | null, writes: Writes): Promise<string> => {
  const registry = new Registry()
  countWrites(registry, writes)
  for (const one of seriesOf(measures)) addTo(registry, one)
  return Registry.merge([processRegistry(), registry]).metrics()
}

const countWrites = (registry: Registry, writes: Writes): void => {
  const counter = new Counter({
    name: 'results_night_screen_writes_total',
    help: 'Writes to screens: straight to the connection, or queued behind a write that had not ended',
    labelNames: ['way'],
    registers: [registry],
  })
  for (const [way, count] of Object.entries(writes)) counter.inc({ way }, count)
}

export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE

/** A series without a sample is left out: nothing is not nought. */
const addTo = (registry: Registry, { name, help, samples }: Series): void => {
  const [first] = samples
  if (!first) return
  const labelNames = Object.keys(first.labels ?? {})
  const gauge = new Gauge({ name, help, labelNames, registers: [registry] })
  for (const { labels, value } of samples) gauge.set({ ...labels }, value)
}

const seriesOf = (measures: Measures | null): Series[] => [
  {
    name: 'results_night_measured',
    help: '1 where nights and alerts could be measured, 0 where Redis did not answer',
    samples: [{ value: measures === null ? 0 : 1 }],
  },
  ...(measures === null ? [] : houseSeries(measures)),
]

const houseSeries = (measures: Measures): Series[] =>
  [walkSeries, queueSeries, screenSeries, nightSeries, alertSeries, faultSeries].flatMap((of) =>
    of(measures),
  )
