import { loadavg } from 'node:os'
import type { Wait } from './client-kinds.ts'
import type { Restart } from './restarts.ts'
import type { Rolled } from './run.ts'

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const spread = (figures: readonly number[]) => {
  const sorted = figures.toSorted((a, b) => a - b)
  return {
    count: sorted.length,
    median: at(sorted, 0.5),
    p99: at(sorted, 0.99),
    most: at(sorted, 1),
  }
}

const waitsOf = (waits: readonly Wait[], kind: Wait['kind']) =>
  spread(waits.filter((wait) => wait.kind === kind).map(({ waited }) => waited))

const restartsOf = (restarts: readonly Restart[], of: string) => {
  const own = restarts.filter((restart) => restart.of.startsWith(of))
  return {
    count: own.length,
    stopped: spread(own.map(({ stopped }) => stopped)),
    started: spread(own.map(({ started }) => started)),
    uncleanly: own.filter(({ code }) => code !== 0).length,
  }
}

/** The figures of a run, for the file and the table. */
export const reportOf = ({ restarts, waits, ...rolled }: Rolled) => ({
  isKept:
    rolled.violations.length === 0 &&
    rolled.missing.length === 0 &&
    restarts.every(({ code }) => code === 0),
  ...rolled,
  /** Of the whole machine, in the last five minutes: above 2 on two cores everything waits. */
  load: loadavg()[1] ?? 0,
  rounds: Math.floor(restarts.length / 5),
  servers: restartsOf(restarts, 'server'),
  workers: restartsOf(restarts, 'worker'),
  waited: {
    screen: waitsOf(waits, 'screen'),
    program: waitsOf(waits, 'program'),
    polling: waitsOf(waits, 'polling'),
  },
})
export type Report = ReturnType<typeof reportOf>

const milliseconds = ({ count, median, p99, most }: ReturnType<typeof spread>): string =>
  `${count} times, median ${median}, 99 of 100 within ${p99}, longest ${most} ms`

const answersOf = (answers: Report['answers']): string =>
  Object.entries(answers)
    .map(([status, count]) => (status === '0' ? `nothing ${count}` : `${status} ${count}`))
    .join(', ')

export const tableOf = (report: Report): string => {
  const { servers, workers, waited } = report
  const rows = [
    ['declarations', `${report.declarations} in ${report.attempts} attempts, ${report.held} held`],
    ['answered', answersOf(report.answers)],
    [
      'events',
      `${report.events}, none lost, repeated or out of order: ${report.violations.length === 0}`,
    ],
    ['rounds', `${report.rounds} in ${report.seconds} s`],
    ['servers restarted', `${servers.count}, stopped within ${servers.stopped.most} ms`],
    ['workers restarted', `${workers.count}, stopped within ${workers.stopped.most} ms`],
    ['ended uncleanly', String(servers.uncleanly + workers.uncleanly)],
    ['boards given whole', String(report.resets)],
    ['screens cut off', milliseconds(waited.screen)],
    ['programs cut off', milliseconds(waited.program)],
    ['polling cut off', milliseconds(waited.polling)],
    ['load of the machine', report.load.toFixed(1)],
    ['kept', report.isKept ? 'yes' : 'NO'],
  ]
  const faults = [
    ...report.violations.slice(0, 10).map(({ invariant, words }) => `${invariant}: ${words}`),
    ...report.missing.map((words) => `not exercised: ${words}`),
  ]
  return [...rows.map(([what = '', words]) => `${what.padEnd(20)} ${words}`), ...faults, ''].join(
    '\n',
  )
}
