import type { AlertMoment, AlertStep } from '@night/shared/measures'
import { spreadOf } from '@night/shared/spread'
import { milliseconds } from '@night/shared/time'
import type { Settled } from './settled.ts'

type Way = Pick<AlertStep, 'from' | 'to'> & {
  /** Whether the clock on the wall measured it. */
  readonly isMeasured: (alert: Settled) => boolean
}

/** A test is about no event, and a digest about many. */
const isOfEvent = ({ message: { kind } }: Settled): boolean => kind !== 'test' && kind !== 'digest'

/** What a rehearsal declares and a replay says was declared, or published, on another night. */
const ways: readonly Way[] = [
  {
    from: 'declared',
    to: 'computed',
    isMeasured: (alert) => isOfEvent(alert) && alert.mode === 'live',
  },
  {
    from: 'computed',
    to: 'queued',
    isMeasured: (alert) => isOfEvent(alert) && alert.mode !== 'replay',
  },
  { from: 'queued', to: 'sent', isMeasured: () => true },
  { from: 'sent', to: 'acknowledged', isMeasured: () => true },
]

/** How long each step took. [ALR50] */
export const alertSteps = (alerts: readonly Settled[]): AlertStep[] =>
  ways.map(({ from, to, isMeasured }) => {
    const seconds = alerts.filter(isMeasured).flatMap((alert) => secondsOf(alert, { from, to }))
    return { from, to, ...spreadOf(seconds) }
  })

/** None where one of the two never was. A clock that was set back between them makes no step shorter than nothing. */
const secondsOf = (
  { times, acknowledged }: Settled,
  { from, to }: Pick<AlertStep, 'from' | 'to'>,
): number[] => {
  const moments: Readonly<Record<AlertMoment, string | null>> = { ...times, acknowledged }
  const [begin, end] = [moments[from], moments[to]]
  if (begin === null || end === null) return []
  return [Math.max(0, milliseconds(end) - milliseconds(begin)) / 1000]
}
