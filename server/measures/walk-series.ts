import type { Measures } from '@night/shared/measures'
import { milliseconds } from '@night/shared/time'
import { type Series, spreadSamples } from './series.ts'

const walkHelp =
  'How long each step of the last thousand declarations took. door, tail, gather, write and whole are this server’s; queue, decide and append any worker’s. queue (job made, job taken) and tail (published, read here; append is in it) are on the clocks of two machines: wrong by as much as those differ, never less than 0. whole is from the arrival here to the last screen here'

export const walkSeries = ({ walk }: Measures): Series[] => [
  {
    name: 'results_night_step_seconds',
    help: walkHelp,
    samples: walk.flatMap((step) => spreadSamples(step.step, step)),
  },
]

export const faultSeries = ({ faults }: Measures): Series[] => [
  {
    name: 'results_night_last_fault_timestamp_seconds',
    help: 'When the last line was logged as an error, by this server and by any worker; missing where none was',
    samples: (['server', 'worker'] as const).flatMap((room) => {
      const fault = faults[room]
      return fault === null ? [] : [{ labels: { room }, value: milliseconds(fault.at) / 1000 }]
    }),
  },
]
