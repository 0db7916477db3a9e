import { parts } from './parts.ts'
import { z } from 'zod'

const Place = z.looseObject({ start: z.looseObject({ line: z.int(), column: z.int() }) })

const Mutant = z.looseObject({
  mutatorName: z.string(),
  replacement: z.string().optional(),
  status: z.string(),
  location: Place,
})

/** What Stryker reports, as far as it is read here. */
export const Report = z.looseObject({
  files: z.record(z.string(), z.looseObject({ mutants: z.array(Mutant) })),
})
export type Report = z.infer<typeof Report>

export type Score = {
  readonly name: string
  /** How many mutants there were, without those that are no program at all. */
  readonly mutants: number
  /** How many a test noticed: it failed, or never came to an end. */
  readonly noticed: number
  /** Where nobody noticed, and what stood there instead. */
  readonly survivors: readonly string[]
}

const noticed: readonly string[] = ['Killed', 'Timeout']
const unnoticed: readonly string[] = ['Survived', 'NoCoverage']

/** The score of one file, or of several together. */
const scoreOf = ({ files }: Report, name: string, paths: readonly string[]): Score => {
  const all = paths.flatMap((path) =>
    (files[path]?.mutants ?? []).map((mutant) => ({ ...mutant, path })),
  )
  const survivors = all.filter(({ status }) => unnoticed.includes(status))
  const killed = all.filter(({ status }) => noticed.includes(status)).length
  return {
    name,
    mutants: killed + survivors.length,
    noticed: killed,
    survivors: survivors.map(
      ({ path, location, mutatorName, replacement = '' }) =>
        `${path}:${location.start.line}:${location.start.column} ${mutatorName}: ${replacement.replaceAll(/\s+/g, ' ')}`,
    ),
  }
}

/** Each part that was asked for, with its files. */
export const scores = (report: Report, wanted: readonly string[]) =>
  wanted.map((name) => {
    const paths = parts[name] ?? []
    return {
      part: scoreOf(report, name, paths),
      files: paths.map((path) => scoreOf(report, path, [path])),
    }
  })

/** Per cent of the mutants that were noticed. A part in which nothing was changed has proved nothing. */
export const percentOf = ({ mutants, noticed }: Score): number =>
  mutants === 0 ? 0 : (100 * noticed) / mutants
