import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { workerConfig } from './config.ts'
import { createWorker } from './worker.ts'

const config = workerConfig(process.env, fileURLToPath(new URL('..', import.meta.url)))
const log = pino({ level: config.logLevel, base: { room: 'worker' } })
const time = { clock: { now: Date.now }, stopwatch: performance }
const worker = await createWorker({ config, ...time, log })
log.info('worker takes jobs')

/** Milliseconds; what has not ended by then waits for a Redis that does not come back. */
const hardStop = 15_000

const stop = async (signal: string): Promise<void> => {
  log.info({ signal }, 'worker stops')
  setTimeout(() => process.exit(1), hardStop).unref()
  await worker.close()
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void stop(signal))
