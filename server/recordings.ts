import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { emptyBoard, foldAll } from '@night/shared/board'
import { NightId } from '@night/shared/night'
import { logFile, nightFile, parseLog, parseNight } from '@night/shared/recorded'
import type { Logger } from 'pino'
import type { Night } from './night.ts'

/** Recorded nights: folders with a night.json and a log.ndjson. A folder is read once. */
export const createRecordings = (folders: readonly string[], log?: Logger) => {
  const nights = new Map<string, Promise<Night>>()

  const find = async (id: string): Promise<Night | null> => {
    const known = nights.get(id)
    if (known) return known
    for (const folder of folders) {
      if (!(await ids(folder)).includes(id)) continue
      const night = read(folder, id)
      nights.set(id, night)
      night.catch(() => nights.delete(id))
      return night
    }
    return null
  }

  const findReadable = leavingOut(find, log)
  const list = async (): Promise<Night[]> => {
    const names = new Set((await Promise.all(folders.map(ids))).flat())
    const found = await Promise.all([...names].toSorted().map(findReadable))
    return found.filter((night) => night !== null).toSorted(latestFirst)
  }

  return { find, list }
}
export type Recordings = ReturnType<typeof createRecordings>

const ids = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => NightId.safeParse(name).success)

const read = async (folder: string, id: string): Promise<Night> => {
  const definition = parseNight(await readFile(join(folder, id, nightFile), 'utf8'))
  const events = parseLog(await readFile(join(folder, id, logFile), 'utf8').catch(nothingYet))
  return {
    definition,
    mode: 'recorded',
    run: 1,
    events,
    board: foldAll(emptyBoard(definition, 'recorded'), events),
  }
}

/** One that cannot be read is left out, and said once. */
const leavingOut = (find: (id: string) => Promise<Night | null>, log: Logger | undefined) => {
  const unreadable = new Set<string>()
  return async (id: string): Promise<Night | null> => {
    try {
      const night = await find(id)
      unreadable.delete(id)
      return night
    } catch (fault) {
      if (!unreadable.has(id))
        log?.warn({ night: id, fault: String(fault) }, 'a recorded night cannot be read')
      unreadable.add(id)
      return null
    }
  }
}

/** A night that is to come has no log. */
const nothingYet = (fault: NodeJS.ErrnoException): string => {
  if (fault.code === 'ENOENT') return ''
  throw fault
}

const latestFirst = (a: Night, b: Night): number => (a.definition.date < b.definition.date ? 1 : -1)
