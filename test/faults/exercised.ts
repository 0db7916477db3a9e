import type { Line } from './history.ts'

/** What a run has to have gone through before it says anything. */
export type Exercise =
  | 'kills'
  | 'conflicts'
  | 'stalled'
  | 'reconnects'
  | 'cuts'
  | 'refusals'
  | 'resets'
  | 'resent'

const wanted: readonly Exercise[] = ['kills', 'conflicts', 'stalled', 'reconnects']

/** How often each happened, and in words what did not: a run that met no fault has proved nothing. */
export const exercised = (history: readonly Line[], what: readonly Exercise[] = wanted) => {
  const count = (is: (line: Line) => boolean): number => history.filter(is).length
  const counts: Readonly<Record<Exercise, number>> = {
    kills: count((line) => line.kind === 'fault-start' && isKill(line.fault)),
    conflicts: count(({ kind }) => kind === 'conflict'),
    stalled: count(({ kind }) => kind === 'stalled'),
    reconnects: count(({ kind }) => kind === 'reconnect'),
    cuts: count((line) => line.kind === 'fault-start' && line.fault === 'power-cut'),
    refusals: count(({ kind }) => kind === 'turned-away'),
    resets: count((line) => line.kind === 'reset' && line.afresh === true),
    resent: resent(history),
  }
  return { ...counts, missing: what.filter((one) => counts[one] === 0).map((one) => words[one]) }
}

/** How many alerts came to a device that had them already. */
const resent = (history: readonly Line[]): number => {
  const alerts = history.filter((line) => line.kind === 'alert')
  return alerts.length - new Set(alerts.map(({ device, id }) => `${device} ${id}`)).size
}

const isKill = (fault: string): boolean => fault === 'kill' || fault === 'power-cut'

const words: Readonly<Record<Exercise, string>> = {
  kills: 'Nothing was killed.',
  conflicts: 'No two wanted the same place of the log.',
  stalled: 'No job stalled.',
  reconnects: 'No client had to come back.',
  cuts: 'The power was never cut.',
  refusals: 'Nobody was turned away.',
  resets: 'No client was told to start afresh.',
  resent: 'No alert came a second time.',
}
