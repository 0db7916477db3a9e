import { z } from 'zod'
import { emptyHead, type Head, link, type Sha256 } from './chain.ts'
import { NightEvent } from './event.ts'
import { NightDefinition } from './night.ts'

/** The two files of a night's folder. */
export const nightFile = 'night.json'
export const logFile = 'log.ndjson'

export const parseNight = (text: string): NightDefinition => NightDefinition.parse(JSON.parse(text))

/** One event a line, in order; an empty text is an empty log. */
export const parseLog = (text: string): NightEvent[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => NightEvent.parse(JSON.parse(line)))

/** What a night's file begins with: who stands where, in one line. The night's events follow, one a line. */
export const NightFileHead = z.strictObject({
  format: z.literal('results-night/1'),
  definition: NightDefinition,
})

/**
 * A night as a recording of it: its events under the recording's own name, chained anew. The same night gives the same
 * recording, wherever and however often it was played, or wound back. [RPL6]
 */
const asRecording = (
  night: string,
  events: readonly NightEvent[],
  sha256: Sha256,
): NightEvent[] => {
  let head: Head = emptyHead
  return events.map((event) => {
    const {
      seq: _seq,
      hash: _hash,
      ...rest
    } = event.kind === 'opened' ? { ...event, run: 1 } : event
    const placed = link(head, { ...rest, night, mode: 'recorded' }, sha256)
    head = placed
    return placed
  })
}

/** A whole night as one text, which plays again as it is. [RPL6] */
export const nightFileText = (
  definition: NightDefinition,
  events: readonly NightEvent[],
  sha256: Sha256,
): string => {
  const head = JSON.stringify({ format: 'results-night/1', definition })
  const lines = asRecording(definition.id, events, sha256).map((event) => JSON.stringify(event))
  return `${[head, ...lines].join('\n')}\n`
}
