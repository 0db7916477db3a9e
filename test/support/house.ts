import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverConfig } from '@night/server/config'
import { createServer } from '@night/server/server'
import { workerConfig } from '@night/worker/config'
import { createWorker } from '@night/worker/worker'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { caller, deskToken } from './call.ts'
import { createDesk } from './desk.ts'
import { redisUrl } from './redis-client.ts'
import { root } from './root.ts'

const silent = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' })

type Time = Readonly<Record<'clock' | 'stopwatch', { readonly now: () => number }>>
const clock = { now: Date.now }
const stopwatch = performance

/** The environment of a house of its own: its own data folder, this file's Redis. */
export const environmentOf = async (url = redisUrl()): Promise<NodeJS.ProcessEnv> => {
  const folder = await mkdtemp(join(tmpdir(), 'night-house-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return { REDIS_URL: url, DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1' }
}

/** Closed when the test is over, unless the test has closed it. */
const closesOnce = <Part extends { close: () => Promise<void> }>(part: Part): Part => {
  let closed: Promise<void> | undefined
  const once = { ...part, close: () => (closed ??= part.close()) }
  onTestFinished(once.close)
  return once
}

/** A server at a free port, and two ways to call it: `desk` where it is to work, `call` where it is to refuse. */
export const openServer = async (
  environment: NodeJS.ProcessEnv,
  log = silent,
  time: Partial<Time> = {},
) => {
  const config = serverConfig(environment, root)
  const own = { config, deskToken, clock, stopwatch, log, ...time }
  const server = closesOnce(await createServer(own))
  const call = caller(server.url)
  return { ...server, call, desk: createDesk(call) }
}

export const openWorker = async (
  environment: NodeJS.ProcessEnv,
  log = silent,
  time: Partial<Time> = {},
) => {
  const config = workerConfig(environment, root)
  return closesOnce(await createWorker({ config, clock, stopwatch, log, ...time }))
}

/** Worker and server in this process, on this file's Redis. */
export const openHouse = async (more: NodeJS.ProcessEnv = {}, log = silent) => {
  const environment = { ...(await environmentOf()), ...more }
  const worker = await openWorker(environment, log)
  const server = await openServer(environment, log)
  return { environment, worker, server, call: server.call, desk: server.desk }
}
