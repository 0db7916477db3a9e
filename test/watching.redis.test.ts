import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { openPlayed } from './support/played.ts'
import { missingFrom, namesIn, samplesIn } from './support/promql.ts'
import { root } from './support/root.ts'
import { until } from './support/until.ts'

const read = (path: string): Promise<string> => readFile(join(root, 'docs', path), 'utf8')

const Rule = z.strictObject({
  alert: z.string(),
  expr: z.string(),
  for: z.string().optional(),
  labels: z.strictObject({ severity: z.enum(['page', 'warn']) }),
  annotations: z.strictObject({ summary: z.string(), description: z.string() }),
})
const Rules = z.strictObject({
  groups: z.array(z.strictObject({ name: z.string(), rules: z.array(Rule).min(1) })).length(1),
})

const Place = z.strictObject({ x: z.int(), y: z.int(), w: z.int(), h: z.int() })
const Source = z.strictObject({ type: z.literal('prometheus'), uid: z.literal('${datasource}') })
const Panel = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('row'), id: z.int(), title: z.string(), gridPos: Place }),
  z.looseObject({
    type: z.enum(['timeseries', 'stat']),
    id: z.int(),
    title: z.string(),
    gridPos: Place,
    datasource: Source,
    targets: z
      .array(z.looseObject({ datasource: Source, expr: z.string(), legendFormat: z.string() }))
      .min(1),
  }),
])
const Dashboard = z.looseObject({
  uid: z.literal('results-night'),
  schemaVersion: z.int(),
  templating: z.strictObject({ list: z.array(z.looseObject({ name: z.string() })) }),
  panels: z.array(Panel),
})

const dashboard = async () => Dashboard.parse(JSON.parse(await read('grafana/results-night.json')))
const rules = async () => {
  const { groups } = Rules.parse(parse(await read('prometheus/alerts.yml')))
  return groups.flatMap((group) => group.rules)
}

/** The metrics of a house in which everything that is measured has happened. */
const playedMetrics = async () => {
  const { call, cause } = await openPlayed()
  await cause()
  const metrics = async () => String((await call('GET', '/metrics')).body)
  const text = await until('all of it is measured', async () => {
    const now = await metrics()
    const isWhole = ['{room="server"}', '{room="worker"}', '{step="append"', '{step="whole"']
    return isWhole.every((part) => now.includes(part)) && now
  })
  return samplesIn(text)
}

test('[OBS7] every metric, label and value that dashboard and alert rules name is one of the house', async () => {
  const samples = await playedMetrics()
  const { panels } = await dashboard()
  const expressions = [
    ...panels.flatMap((panel) =>
      panel.type === 'row'
        ? []
        : panel.targets.map(({ expr, legendFormat }) => ({ expr, words: legendFormat })),
    ),
    ...(await rules()).map(({ expr, annotations }) => ({
      expr,
      words: `${annotations.summary} ${annotations.description}`,
    })),
  ]
  expect(expressions.length).toBeGreaterThan(40)
  for (const { expr, words } of expressions) {
    expect([expr, missingFrom(samples, expr)]).toEqual([expr, []])
    const labels = [...words.matchAll(/\{\{\s*(?:\$labels\.)?(\w+)\s*\}\}/g)].map(([, one]) => one)
    const known = namesIn(expr).series.flatMap(({ metric }) => [
      ...(samples.get(metric) ?? []).flatMap(Object.keys),
      'instance',
    ])
    expect([words, labels.filter((label) => !known.includes(label ?? ''))]).toEqual([words, []])
  }
  const named = new Set(
    expressions.flatMap(({ expr }) => namesIn(expr).series.map((one) => one.metric)),
  )
  const own = [...samples.keys()].filter((metric) => metric.startsWith('results_night_'))
  expect(own.filter((metric) => !named.has(metric))).toEqual([])
})

/** What a rule asks for, without what it matches. */
const asked = async (alert: string): Promise<string> =>
  (await rules()).find((rule) => rule.alert === alert)?.expr.replaceAll(/\{[^}]*\}/g, '') ?? ''

test('[OBS13] a restart of one server after the other, and servers that are asked one after the other in a rush, wake nobody', async () => {
  // Screens of a server that was restarted stay where they went: what each has alone says nothing.
  expect(await asked('ScreensGone')).toBe(
    'sum(results_night_screens) == 0 and sum(max_over_time(results_night_screens[10m])) > 0',
  )
  // Of two servers the one that was asked later has more; behind is which has less than another had long before.
  expect(await asked('ServerBehind')).toBe(
    'max by (night) (results_night_log_seq offset 1m) - min by (night) (results_night_log_seq) > 0',
  )
})

test('[OBS7] the dashboard has a row for each part, no two panels in one place, and asks whatever Prometheus it is given', async () => {
  const { panels, templating } = await dashboard()
  expect(panels.filter(({ type }) => type === 'row').map(({ title }) => title)).toEqual([
    'The walk of a declaration',
    'Queue',
    'Screens',
    'Alerts',
    'Process',
  ])
  expect(templating.list.map(({ name }) => name)).toEqual(['datasource', 'instance'])
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
  const taken = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, at) => `${x + (at % w)} ${y + Math.floor(at / w)}`),
  )
  expect(new Set(taken).size).toBe(taken.length)
  expect(panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true)
})

test('[OBS7] every metric of the house is in the operator’s table, and every metric there is one of the house', async () => {
  const samples = await playedMetrics()
  const told = new Set((await read('operating.md')).match(/results_night_\w+/g))
  const own = [...samples.keys()].filter((metric) => metric.startsWith('results_night_'))
  expect([...told].toSorted()).toEqual(own.toSorted())
})
