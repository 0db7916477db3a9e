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
