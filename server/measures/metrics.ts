import type { Measures } from '@night/shared/measures'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { Writes } from '../fan-out/outlet.ts'

type Sample = { readonly labels?: Readonly<Record<string, string>>; readonly value: number }
type Series = { readonly name: string; readonly help: string; readonly samples: readonly Sample[] }

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
  ...(measures === null ? [] : [...alertSeries(measures), ...nightSeries(measures)]),
]

const alertSeries = ({ alerts, canary }: Measures): Series[] => [
  {
    name: 'results_night_alert_step_seconds',
    help: 'How long alerts took from one moment to the next',
    samples: alerts.steps.flatMap(({ from, to, p50, p95, p99 }) =>
      (
        [
          ['0.5', p50],
          ['0.95', p95],
          ['0.99', p99],
        ] as const
      ).flatMap(([quantile, value]) =>
        value === null ? [] : [{ labels: { step: `${from}_${to}`, quantile }, value }],
      ),
    ),
  },
  {
    name: 'results_night_alerts_waiting',
    help: 'Alerts that were written down and are not settled yet',
    samples: [{ value: alerts.waiting }],
  },
  {
    name: 'results_night_alerts_unsent',
    help: 'Of the last thousand alerts of each night those that nobody got, by why',
    samples: (['late', 'parked', 'gone', 'refused'] as const).map((state) => ({
      labels: { state },
      value: alerts[state],
    })),
  },
  {
    name: 'results_night_canary_age_seconds',
    help: 'Since the canary last came home; +Inf where it never did',
    samples: canary === null ? [] : [{ value: canary.ageSeconds ?? Number.POSITIVE_INFINITY }],
  },
]

const nightSeries = ({ nights }: Measures): Series[] => [
  {
    name: 'results_night_screens',
    help: 'Screens of open nights that are connected to this server',
    samples: [{ value: nights.reduce((sum, { screens }) => sum + screens, 0) }],
  },
  {
    name: 'results_night_log_seq',
    help: 'How far this server has read the log of an open night',
    samples: nights.map(({ id, mode, seq }) => ({ labels: { night: id, mode }, value: seq })),
  },
]
