import type { Measures } from '@night/shared/measures'
import { type Series, spreadSamples } from './series.ts'

export const alertSeries = ({ alerts, canary }: Measures): Series[] => [
  {
    name: 'results_night_alert_step_seconds',
    help: 'How long alerts took from one moment to the next',
    samples: alerts.steps.flatMap((step) => spreadSamples(`${step.from}_${step.to}`, step)),
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
