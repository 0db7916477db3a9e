import { fileURLToPath } from 'node:url'
import { isRemedy } from '@night/shared/remedy'
import { pino } from 'pino'
import { serverConfig } from './config.ts'
import { deskTokenIn } from './desk-token.ts'
import { createServer } from './server.ts'

/** What a person can mend is said without a stack. */
const refuse = (fault: unknown): never => {
  if (!isRemedy(fault)) throw fault
  process.stderr.write(`${fault.message}\n`)
  process.exit(1)
}

const begin = async () => {
  const config = serverConfig(process.env, fileURLToPath(new URL('..', import.meta.url)))
  const log = pino({ level: config.logLevel, base: { room: 'server' } })
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const deskToken =
    config.deskToken ??
    (await deskTokenIn(config.dataFolder, (token) => say(`The desk’s token, shown once: ${token}`)))
  const time = { clock: { now: Date.now }, stopwatch: performance }
  const server = await createServer({ config, deskToken, ...time, log })
  if (server.queueBoard !== null) log.info({ url: server.queueBoard }, 'queues are shown')
  say(`ready ${server.url}`)
  return { log, server }
}

const signals = ['SIGTERM', 'SIGINT'] as const
/** The first process of a container hears only what it has asked for. Until it has begun there is nothing to end in order. */
const leave = (): never => process.exit(0)
for (const signal of signals) process.once(signal, leave)

const { log, server } = await begin().catch(refuse)

/** Milliseconds; what has not ended by then waits for a Redis that does not come back. */
const hardStop = 15_000

const stop = async (signal: string): Promise<void> => {
  log.info({ signal }, 'server stops')
  setTimeout(() => process.exit(1), hardStop).unref()
  await server.close()
  process.exit(0)
}
for (const signal of signals) process.off(signal, leave).once(signal, () => void stop(signal))
