import { pino } from 'pino'
import { workerConfig } from './config.ts'
import { createWorker } from './worker.ts'

const config = workerConfig(process.env, new URL('..', import.meta.url).pathname)
const log = pino({ level: config.logLevel, base: { room: 'worker' } })
const worker = await createWorker({ config, clock: { now: Date.now }, log })
log.info('worker takes jobs')

const stop = async (signal: string): Promise<void> => {
  log.info({ signal }, 'worker stops')
  await worker.close()
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void stop(signal))
