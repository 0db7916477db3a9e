import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NightEvent } from '@night/shared/event'
import { logFile, parseLog } from '@night/shared/recorded'

/** Recorded logs, by night, from the folders given; the first that has the night is the one. */
export const createRecordings = (folders: readonly string[]) => {
  const logs = new Map<string, Promise<NightEvent[]>>()

  const read = async (night: string): Promise<NightEvent[]> => {
    for (const folder of folders) {
      const text = await readFile(join(folder, night, logFile), 'utf8').catch(() => null)
      if (text !== null) return parseLog(text)
    }
    throw new Error(`No recording of ${night} in ${folders.join(' or ')}.`)
  }

  return {
    log: (night: string): Promise<NightEvent[]> => {
      const known = logs.get(night) ?? read(night)
      logs.set(night, known)
      known.catch(() => logs.delete(night))
      return known
    },
  }
}
export type Recordings = ReturnType<typeof createRecordings>
