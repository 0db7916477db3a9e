import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NightEvent } from '@night/shared/event'
import type { NightDefinition } from '@night/shared/night'
import { logFile, nightFile, parseLog, parseNight } from '@night/shared/recorded'

/** night.json: valid JSON with one contest a line, so that two versions can be compared by line. */
export const nightText = ({ contests, ...night }: NightDefinition): string => {
  const lines = contests.map((contest) => JSON.stringify(contest)).join(',\n')
  return `${JSON.stringify(night).slice(0, -1)},"contests":[\n${lines}\n]}\n`
}

/** log.ndjson: one event a line. */
export const logText = (log: readonly NightEvent[]): string =>
  log.map((event) => `${JSON.stringify(event)}\n`).join('')

type Night = { readonly definition: NightDefinition; readonly log: readonly NightEvent[] }

/** Writes a night's folder in `out`, over one of the same name, and answers its path. Nothing unreadable is written. */
export const writeFolder = async (out: string, { definition, log }: Night): Promise<string> => {
  const folder = join(out, definition.id)
  const texts = { night: nightText(definition), log: logText(log) }
  parseNight(texts.night)
  parseLog(texts.log)
  await mkdir(folder, { recursive: true })
  // A running house reads a folder as soon as it has a night.json, and never half of a file.
  await replace(join(folder, logFile), texts.log)
  await replace(join(folder, nightFile), texts.night)
  return folder
}

/** A file is there as it was or as it is to be, also where the disk is full. */
export const replace = async (path: string, text: string): Promise<void> => {
  try {
    await writeFile(`${path}.draft`, text)
    await rename(`${path}.draft`, path)
  } catch (fault) {
    await rm(`${path}.draft`, { force: true })
    throw fault
  }
}
