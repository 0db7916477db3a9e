import { by } from './by.ts'
import type { NightEvent } from '@night/shared/event'
import type { Line } from './history.ts'

export type Kind = Line['kind']
export type LineOf<K extends Kind> = Extract<Line, { kind: K }>

/** What was found to be wrong: which promise, in words for a person, and at which line of the history. */
export type Violation = {
  readonly invariant: `I${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 12}`
  readonly words: string
  readonly at: number
}

export type Bounds = {
  /** Milliseconds after the last fault or submission within which everything is over. */
  readonly quiet: number
  /** Milliseconds by which the clocks of the run's processes may differ. */
  readonly skew: number
  /** The most bytes that a process may hold, by role. */
  readonly memory: Partial<Readonly<Record<Line['role'], number>>>
}

/** A night of the run. What is not about one night stands in no night's lines. */
export type Night = {
  readonly name: string
  readonly lines: readonly Line[]
  /** One final log, or several where the log was put back on purpose. */
  readonly epochs: readonly LineOf<'final'>[]
  /** The log at the very end. */
  readonly log: readonly NightEvent[]
  /** The line that has it. */
  readonly end: number
}

export type Reading = { readonly lines: readonly Line[]; readonly nights: readonly Night[] }

/** Goes through a history and says what is wrong; empty when nothing is. */
export type Invariant = (reading: Reading, bounds: Bounds) => readonly Violation[]

export const ofKind = <K extends Kind>(lines: readonly Line[], kind: K): LineOf<K>[] =>
  lines.filter((line): line is LineOf<K> => line.kind === kind)

/** The history by nights, in the order in which they were first heard of. */
export const read = (lines: readonly Line[]): Reading => {
  const byNight = by(lines, (line) => ('night' in line ? line.night : null))
  const nights = [...byNight].flatMap(([name, own]) => (name === null ? [] : [nightOf(name, own)]))
  return { lines, nights }
}

const nightOf = (name: string, lines: readonly Line[]): Night => {
  const epochs = ofKind(lines, 'final')
  const last = epochs.at(-1)
  return { name, lines, epochs, log: last?.events ?? [], end: last?.at ?? lines.at(-1)?.at ?? 0 }
}

/** What each client of a night was sent, in order. */
export const viewsOf = ({ lines }: Night): Map<string, LineOf<'recv' | 'reset'>[]> =>
  by(
    lines.filter((line) => line.kind === 'recv' || line.kind === 'reset'),
    ({ client }) => client,
  )

export const isResult = (event: NightEvent) =>
  event.kind === 'declared' || event.kind === 'corrected'

/** "event 5 (declared, Tamworth)". */
export const eventWords = (event: NightEvent): string => {
  const place = 'constituency' in event ? event.constituency?.name : undefined
  return `event ${event.seq} (${[event.kind, place].filter(Boolean).join(', ')})`
}
