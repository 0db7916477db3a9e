/** A series that an expression names, with what it says of its labels. */
export type Named = {
  readonly metric: string
  readonly matchers: readonly {
    readonly label: string
    readonly operator: string
    readonly value: string
  }[]
}

const keywords = new Set(['and', 'or', 'unless', 'bool'])

/** The series and the labels that an expression names; read closely enough for expressions that Prometheus takes. */
export const namesIn = (expression: string): { series: Named[]; labels: string[] } => {
  const grouping = /\b(?:by|without|on|ignoring)\s*\(([^)]*)\)/g
  const labels = [...expression.matchAll(grouping)].flatMap(([, list = '']) =>
    list.split(',').map((label) => label.trim()),
  )
  const bare = expression.replaceAll(grouping, ' ').replaceAll(/\[[^\]]*\]|\boffset \w+/g, ' ')
  const series = [...bare.matchAll(/([a-zA-Z_:][\w:]*)(\{[^}]*\}|\s*\()?/g)].flatMap(
    ([, metric = '', after = '']) =>
      after.endsWith('(') || keywords.has(metric) ? [] : [{ metric, matchers: matchersIn(after) }],
  )
  return { series, labels }
}

const matchersIn = (selector: string): Named['matchers'] =>
  [...selector.matchAll(/(\w+)\s*(=~|!~|!=|=)\s*"([^"]*)"/g)].map(
    ([, label = '', operator = '', value = '']) => ({ label, operator, value }),
  )

type Sample = Readonly<Record<string, string>>

/** What Prometheus would read: of each metric the labels of its samples. */
export const samplesIn = (text: string): Map<string, Sample[]> => {
  const samples = new Map<string, Sample[]>()
  for (const [, metric = '', selector = ''] of text.matchAll(/^(\w+)(\{.*\})? \S+$/gm)) {
    const labels = matchersIn(selector).map(({ label, value }) => [label, value])
    samples.set(metric, [...(samples.get(metric) ?? []), Object.fromEntries(labels)])
  }
  return samples
}

/** What Prometheus adds to whatever it reads. */
const added = new Set(['job', 'instance'])

/** What an expression names that is not among these samples. */
export const missingFrom = (
  samples: ReadonlyMap<string, readonly Sample[]>,
  expression: string,
): string[] => {
  const { series, labels } = namesIn(expression)
  const known = new Set(
    series.flatMap(({ metric }) => (samples.get(metric) ?? []).flatMap(Object.keys)),
  )
  const unknown = labels.filter((label) => !known.has(label) && !added.has(label))
  return [...unknown, ...series.flatMap((one) => missing(samples, one))]
}

const missing = (
  all: ReadonlyMap<string, readonly Sample[]>,
  { metric, matchers }: Named,
): string[] => {
  // Prometheus' own, of whether it could read.
  if (metric === 'up') return []
  const own = all.get(metric)
  if (!own) return [metric]
  return matchers
    .filter(({ label }) => !added.has(label))
    .flatMap(({ label, operator, value }) => {
      // What is left out need not be there now; it is spelt as somewhere in the house.
      const samples =
        operator === '!=' && own.some((one) => label in one) ? [...all.values()].flat() : own
      const values = samples.map((sample) => sample[label])
      const wanted = operator === '=~' ? value.split('|') : [value]
      return wanted
        .filter((one) => !values.includes(one))
        .map((one) => `${metric}{${label}="${one}"}`)
    })
}
