import type { Declaration } from '@night/shared/declaration'
import type { NightEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import { milliseconds } from '@night/shared/time'
import { type Draft, draftOf } from './draft.ts'
import { type Finding, isRefusal } from './finding.ts'
import { type Known, knownOf } from './known.ts'
import { programmeOf } from './programme.ts'
import { type Means, record } from './recording.ts'
import type { Sources } from './sources.ts'
import { titleOf } from './title.ts'

type Wanted = {
  readonly night: string
  readonly date: string
  readonly title?: string | undefined
}

export type Imported =
  | {
      readonly outcome: 'made'
      readonly definition: NightDefinition
      readonly log: readonly NightEvent[]
      readonly findings: readonly Finding[]
    }
  | { readonly outcome: 'refused'; readonly findings: readonly Finding[] }

/** A night from the rows of its files; refused, with everything that does not tie, rather than made with a doubt. */
export const importNight = (wanted: Wanted, sources: Sources, means: Means): Imported => {
  const known = knownOf(wanted.date, sources, means.table.entries)
  const drafted = sources.seats.map((row) => draftOf(row, known))
  const findings = [
    ...noSeats(wanted, sources),
    ...noBaselines(sources),
    ...twice(sources),
    ...drafted.flatMap((one) => one.findings),
  ]
  if (findings.some(isRefusal)) return { outcome: 'refused', findings }

  const drafts = drafted.map(({ draft }) => draft).filter((draft) => draft !== null)
  const definition = definitionOf(wanted, known, drafts)
  const { log, held } = record(definition, programmeOf(definition, declarationsOf(drafts)), means)
  return held.length > 0
    ? { outcome: 'refused', findings: [...findings, ...held] }
    : { outcome: 'made', definition, log, findings }
}

const noSeats = ({ date }: Wanted, { seats }: Sources): Finding[] => {
  if (seats.length > 0) return []
  const words = `--constituencies has no row for ${date}.`
  return [{ weight: 'refused', seat: 'no seat', code: 'no-seats', words }]
}

/** A file that was put together of two would be a night with that many seats more. */
const twice = ({ seats }: Sources): Finding[] => {
  const words = '--constituencies has this seat more than once. Leave one of its rows.'
  const seen = new Set<string>()
  return seats.flatMap(({ id, name }): Finding[] => {
    if (seen.has(id)) return [{ weight: 'refused', seat: name, code: 'twice', words }]
    seen.add(id)
    return []
  })
}

/** One seat may be new; where all of them are, the file is the wrong one. */
const noBaselines = ({ seats, previous }: Sources): Finding[] => {
  if (seats.length === 0 || previous.length > 0) return []
  const words =
    '--previous has none of these seats. Is it the general election before, on these boundaries?'
  return [{ weight: 'refused', seat: 'every seat', code: 'no-previous', words }]
}

const definitionOf = (
  { night, date, title }: Wanted,
  { kind, pollsClose }: Known,
  drafts: readonly Draft[],
): NightDefinition => {
  const names = byTime(drafts).map(({ contest }) => contest.constituency.name)
  const contests = drafts.map(({ contest }) => contest)
  return { id: night, title: title ?? titleOf(kind, date, names), kind, date, pollsClose, contests }
}

const declarationsOf = (drafts: readonly Draft[]): Declaration[] =>
  byTime(drafts).flatMap(({ figures, declaredAt }) =>
    declaredAt === null ? [] : [{ ...figures, declaredAt }],
  )

/** First declared first; at one minute as in the file, and without a time last. */
const byTime = (drafts: readonly Draft[]): Draft[] =>
  drafts.toSorted((a, b) => timeOf(a) - timeOf(b))

const timeOf = ({ declaredAt }: Draft): number =>
  declaredAt === null ? Number.MAX_SAFE_INTEGER : milliseconds(declaredAt)
