import type { Measures } from '@night/shared/measures'
import { milliseconds } from '@night/shared/time'
import type { Series } from './series.ts'

export const queueSeries = ({ queues }: Measures): Series[] => [
  {
    name: 'results_night_queue_jobs',
    help: 'Jobs in each queue: waiting, active, delayed, and failed, which the worker has given up',
    samples: queues.flatMap(({ queue, mode, ...counts }) =>
      (['waiting', 'active', 'delayed', 'failed'] as const).map((state) => ({
        labels: { queue, mode, state },
        value: counts[state],
      })),
    ),
  },
]

export const screenSeries = ({ screens, nights }: Measures): Series[] => [
  {
    name: 'results_night_screens',
    help: 'Screens of open nights that are connected to this server',
    samples: [{ value: nights.reduce((sum, { screens }) => sum + screens, 0) }],
  },
  {
    name: 'results_night_screens_behind',
    help: 'Screens at this server for which something waits: it was sent, and they have not read it',
    samples: [{ value: screens.behind }],
  },
  {
    name: 'results_night_screens_by_build',
    help: 'Screens at this server by what they were built as: current is what is served now, old another, unknown did not say',
    samples: (['current', 'old', 'unknown'] as const).map((build) => ({
      labels: { build },
      value: screens.versions
        .filter(({ version }) => buildOf(version, screens.version) === build)
        .reduce((sum, one) => sum + one.screens, 0),
    })),
  },
]

const buildOf = (version: string | null, current: string) =>
  version === null ? 'unknown' : version === current ? 'current' : 'old'

export const nightSeries = ({ at, nights }: Measures): Series[] => [
  {
    name: 'results_night_log_seq',
    help: 'How far this server has read the log of an open night and handed it on',
    samples: nights.map(({ id, mode, seq }) => ({ labels: { night: id, mode }, value: seq })),
  },
  {
    name: 'results_night_log_read_age_seconds',
    help: 'Since this server last looked at the log of an open night; two seconds at most where all is well',
    samples: nights.map(({ id, mode, readAgeSeconds }) => ({
      labels: { night: id, mode },
      value: readAgeSeconds,
    })),
  },
  {
    name: 'results_night_last_event_age_seconds',
    help: 'Since the last event of an open night; missing where a replay has not moved since the start',
    samples: nights.flatMap(({ id, mode, lastEvent }) =>
      lastEvent === null
        ? []
        : [
            {
              labels: { night: id, mode },
              value: Math.max(0, milliseconds(at) - milliseconds(lastEvent)) / 1000,
            },
          ],
    ),
  },
]
