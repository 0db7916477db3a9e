import { Declaration } from '@night/shared/declaration'
import { NightEvent } from '@night/shared/event'
import { NightDefinition } from '@night/shared/night'
import { NightFileHead } from '@night/shared/recorded'
import type { Submission } from '@night/shared/submission'
import { z } from 'zod'
import { verify } from '../verify.ts'
import { verifyWords } from '../verify-words.ts'
import { type Means, record } from './recording.ts'

/** The first line of a list of declarations: what somebody else's log is turned into. */
const DeclarationsHead = z.strictObject({
  format: z.literal('results-night/declarations-1'),
  definition: NightDefinition,
})

/** A night that may be written down, or the first thing that is wrong with the file, in words. */
type Taken =
  | { readonly definition: NightDefinition; readonly log: readonly NightEvent[] }
  | { readonly fault: string }

/**
 * Reads a night's file: every line by its schema, the events by their chain, each about a seat of the definition. A
 * list of declarations is decided by the worker's own rules first, so that it plays like any night. [RPL7]
 */
export const takeNight = (text: string, means: Means): Taken => {
  const [first, ...lines] = linesIn(text)
  const value = jsonIn(first?.text ?? '')
  const whole = NightFileHead.safeParse(value)
  if (whole.success) return eventsIn(lines, whole.data.definition)
  const list = DeclarationsHead.safeParse(value)
  if (list.success) return declaredIn(lines, list.data.definition, means)
  const asked = z.object({ format: z.string() }).safeParse(value)
  return {
    fault: asked.success
      ? `line 1: the definition does not fit. ${faultIn(asked.data.format === 'results-night/1' ? whole.error : list.error)}`
      : 'line 1: this is no night’s file. It has to say {"format":"results-night/1","definition":…}.',
  }
}

type Line = { readonly text: string; readonly number: number }

/** What is written, with its line in the file; an editor may have put its mark before it. */
const linesIn = (text: string): Line[] =>
  text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line, place) => ({ text: line.trim(), number: place + 1 }))
    .filter((line) => line.text !== '')

const eventsIn = (lines: readonly Line[], definition: NightDefinition): Taken => {
  const log: NightEvent[] = []
  for (const { text, number } of lines) {
    const event = NightEvent.safeParse(jsonIn(text))
    if (!event.success) return { fault: `line ${number}: ${faultIn(event.error)}` }
    const foreign = notOf(definition, event.data)
    if (foreign !== null) return { fault: `line ${number}: ${foreign}` }
    log.push(event.data)
  }
  const verdict = verify(lines.map(({ text }, place) => ({ text, place: place + 1, hash: null })))
  return verdict.kind === 'whole' ? { definition, log } : { fault: `${verifyWords(verdict)}.` }
}

const notOf = ({ id, contests }: NightDefinition, event: NightEvent): string | null => {
  if (event.night !== id) return `the event is of ${event.night}, the file of ${id}.`
  if (event.mode !== 'recorded')
    return `the event is of a night that is ${event.mode}, no recording.`
  const seat = 'constituency' in event ? event.constituency : null
  return seat === null || contests.some(({ constituency }) => constituency.id === seat.id)
    ? null
    : `${seat.name} (${seat.id}) is not contested on this night.`
}

const declaredIn = (lines: readonly Line[], definition: NightDefinition, means: Means): Taken => {
  const submissions: Submission[] = []
  for (const { text, number } of lines) {
    const declaration = Declaration.safeParse(jsonIn(text))
    if (!declaration.success) return { fault: `line ${number}: ${faultIn(declaration.error)}` }
    const { constituency } = declaration.data
    if (!definition.contests.some((contest) => contest.constituency.id === constituency))
      return { fault: `line ${number}: ${constituency} is not contested on this night.` }
    submissions.push({ kind: 'declaration', declaration: declaration.data, by: 'recording' })
  }
  const last = submissions.at(-1)
  const end = last?.kind === 'declaration' ? last.declaration.declaredAt : definition.pollsClose
  const { log, held } = record(
    definition,
    [
      { kind: 'opening', at: definition.pollsClose, run: 1 },
      ...submissions,
      { kind: 'closing', at: end },
    ],
    means,
  )
  const [refused] = held
  return refused ? { fault: `${refused.seat}: ${refused.words}` } : { definition, log }
}

const jsonIn = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

const faultIn = ({ issues }: z.ZodError): string => {
  const [issue] = issues
  return issue ? `${issue.path.join('.') || 'the line'}: ${issue.message}` : 'it does not fit.'
}
