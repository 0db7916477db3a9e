import { fileURLToPath } from 'node:url'
import { isRemedy } from '@night/shared/remedy'
import { pino } from 'pino'
import { workerConfig } from './config.ts'
import { createWorker } from './worker.ts'

/** What a person can mend is said without a stack. */
const refuse = (fault: unknown): never => {
  if (!isRemedy(fault)) throw fault
  process.stderr.write(`${fault.message}\n`)
  process.exit(1)
}

const begin = async () => {
  const config = workerConfig(process.env, fileURLToPath(new URL('..', import.meta.url)))
  const log = pino({ level: config.logLevel, base: { room: 'worker' } })
  const time = { clock: { now: Date.now }, stopwatch: performance }
  const worker = await createWorker({ config, ...time, log })
  log.info('worker takes jobs')
  return { log, worker }
}

const signals = ['SIGTERM', 'SIGINT'] as const
/** The first process of a container hears only what it has asked for. Until it has begun there is nothing to end in order. */
const leave = (): never => process.exit(0)
for (const signal of signals) process.once(signal, leave)

const { log, worker } = await begin().catch(refuse)

/** Milliseconds; what has not ended by then waits for a Redis that does not come back. */
const hardStop = 15_000

const stop = async (signal: string): Promise<void> => {
  log.info({ signal }, 'worker stops')
  setTimeout(() => process.exit(1), hardStop).unref()
  await worker.close()
  process.exit(0)
}
for (const signal of signals) process.off(signal, leave).once(signal, () => void stop(signal))
