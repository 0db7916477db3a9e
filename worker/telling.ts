import type { Fault } from '@night/shared/last-fault'
import { tookKey, workerFaultKey } from '@night/shared/names'
import type { Scripting } from '@night/shared/redis'
import { mostKept } from '@night/shared/spread'
import type { Took } from '@night/shared/took'
import type { Logger } from 'pino'
import { createBeat } from './beat.ts'

type Parts = {
  readonly redis: Scripting
  readonly lastFault: () => Fault | null
  readonly log: Pick<Logger, 'warn'>
}

/** KEYS took, fault · ARGV the last place that is kept, a fault or nothing, what was taken… */
const script = `
for i = 3, #ARGV do redis.call('LPUSH', KEYS[1], ARGV[i]) end
redis.call('LTRIM', KEYS[1], 0, ARGV[1])
if ARGV[2] ~= '' then redis.call('SET', KEYS[2], ARGV[2]) end`

/**
 * A worker answers nobody, so it leaves in Redis how long its steps took and what it last logged as an error: at most
 * every three seconds, and nothing where nothing is new, since each write waits for the disk. [OBS2 OBS6]
 */
export const createTelling = ({ redis, lastFault, log }: Parts) => {
  const rows: string[] = []
  let told: Fault | null = null

  const tell = async (): Promise<void> => {
    const fault = lastFault()
    const isNew = fault !== null && fault !== told
    if (rows.length === 0 && !isNew) return
    const count = rows.length
    const values = [mostKept - 1, isNew ? JSON.stringify(fault) : '', ...rows]
    await redis.eval(script, 2, tookKey, workerFaultKey, ...values)
    rows.splice(0, count)
    told = fault
  }
  const beat = createBeat(3001, tell, (fault) =>
    log.warn({ fault: String(fault) }, 'could not tell how long declarations take'),
  )
  return {
    took: (took: Took): void => {
      rows.push(JSON.stringify(took))
      if (rows.length > mostKept) rows.shift()
    },
    close: beat.close,
  }
}
export type Telling = ReturnType<typeof createTelling>
