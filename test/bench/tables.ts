import type { FanOut } from './fan-out.ts'
import type { Goal } from './goals.ts'
import type { Grown } from './growth.ts'
import type { agreements, storms } from './scale.ts'
import { median } from './percentile.ts'
import type { FoundChain, FoundFanOut } from './rounds.ts'

const columns: readonly (readonly [keyof FanOut, string])[] = [
  ['p50', 'paced p50 ms'],
  ['p99', 'paced p99 ms'],
  ['cpuPaced', 'CPU s/M paced'],
  ['cpuBurst', 'CPU s/M burst'],
  ['deliveriesPerSecond', 'burst, deliveries/s'],
  ['memory', 'KB a connection'],
  ['caughtUp', 'caught up ms'],
  ['cpuOfReturn', 'CPU ms a return'],
  ['cpuOfLoad', 'load CPU s/M'],
]

/** Medians of the rounds, in brackets the least and the most. */
export const fanOutTable = (found: readonly FoundFanOut[]): string => {
  const keys = [...new Set(found.map(keyOf))]
  const rows = keys.map((key) => {
    const some = found.filter((one) => keyOf(one) === key)
    return [
      ...key.split('|'),
      ...columns.map(([column]) => cell(some.map(({ round }) => round[column]))),
    ]
  })
  return aligned([['clients', 'server', ...columns.map(([, words]) => words)], ...rows])
}

export const chainTable = (found: readonly FoundChain[]): string => {
  const row = (what: 'idle' | 'hundred' | 'most', words: string): string[] => [
    words,
    ...(['p50', 'p99', 'whole'] as const).map((column) =>
      cell(found.map((one) => one[what][column])),
    ),
  ]
  return aligned([
    ['from a POST to 1000 screens', 'p50 ms', 'p99 ms', 'first POST to last screen ms'],
    ['a job that does nothing', cell(found.map(({ queue }) => queue)), '', ''],
    ['a bare broadcast, now and then', cell(found.map(({ broadcast }) => broadcast)), '', ''],
    ['a bare broadcast, 100 a second', cell(found.map((one) => one.broadcastHundred)), '', ''],
    row('idle', 'one now and then'),
    row('hundred', '100 a second'),
    row('most', 'a general election at once'),
    ['the same, replayed at "max"', '', '', cell(found.map(({ replay }) => replay))],
  ])
}

export const goalTable = (goals: readonly Goal[]): string =>
  aligned([
    ['ratio of medians', 'found', 'at most', ''],
    ...goals.map(({ words, found, most }) => [
      words,
      short(found),
      short(most),
      found <= most ? 'met' : 'MISSED',
    ]),
  ])

export const growthTable = (found: readonly Grown[]): string =>
  aligned([
    [
      'clients',
      'events before',
      'groups',
      'servers',
      'CPU ms an event',
      'µs a delivery',
      'p50',
      'p99',
    ],
    ...found.map(({ clients, logged, groups, servers, ...costs }) => [
      ...[clients, logged, groups, servers].map(String),
      ...[costs.cpuOfEvent, costs.cpuOfDelivery, costs.p50, costs.p99].map(short),
    ]),
  ])

export const stormTable = (
  agreed: ReturnType<typeof agreements>,
  million: ReturnType<typeof storms>,
): string =>
  aligned([
    ['all screens back after a kill', 'measured ms', 'model ms', 'ratio'],
    ...agreed.map(({ name, clients, measured, model }) => [
      `${clients}, ${name}`,
      ...[measured, model, model / measured].map(short),
    ]),
  ]) +
  aligned([
    ['a million screens', 'half back ms', '99% ms', 'all ms', 'tries given up'],
    ...million.map(({ servers, weathered: { half, nearlyAll, all, givenUp } }) => [
      `${servers} servers`,
      ...[half, nearlyAll, all, givenUp].map(short),
    ]),
  ])

const keyOf = ({ clients, name }: FoundFanOut): string => `${clients}|${name}`

const cell = (some: readonly (number | null)[]): string => {
  const known = some.filter((one) => one !== null)
  if (known.length === 0) return '–'
  return `${short(median(known))} (${short(Math.min(...known))}–${short(Math.max(...known))})`
}

const short = (value: number): string => {
  if (value >= 100) return String(Math.round(value))
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

const aligned = (rows: readonly (readonly string[])[]): string => {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths?.[column] ?? 0)).join('  '))
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
}
