import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverConfig } from '@night/server/config'
import { createServer } from '@night/server/server'
import { workerConfig } from '@night/worker/config'
import { createWorker } from '@night/worker/worker'
import { pino } from 'pino'
import { inject, onTestFinished } from 'vitest'

export const root = new URL('../..', import.meta.url).pathname
export const deskToken = 'rnd_the-desk-of-the-tests'
export const silent = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' })

const clock = { now: Date.now }

/** The environment of a house of its own: its own data folder, the run's Redis. */
export const environmentOf = async (redisUrl: string): Promise<NodeJS.ProcessEnv> => {
  const folder = await mkdtemp(join(tmpdir(), 'night-house-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return { REDIS_URL: redisUrl, DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1' }
}

/** Closed when the test is over, unless the test has closed it. */
const closesOnce = <Part extends { close: () => Promise<void> }>(part: Part): Part => {
  let closed: Promise<void> | undefined
  const once = { ...part, close: () => (closed ??= part.close()) }
  onTestFinished(once.close)
  return once
}

/** A server at a free port. */
export const openServer = async (environment: NodeJS.ProcessEnv, log = silent) => {
  const config = serverConfig(environment, root)
  return closesOnce(await createServer({ config, deskToken, clock, log }))
}

export const openWorker = async (environment: NodeJS.ProcessEnv, log = silent) => {
  return closesOnce(await createWorker({ config: workerConfig(environment, root), clock, log }))
}

/** Worker and server in this process, on the run's Redis. */
export const openHouse = async (more: NodeJS.ProcessEnv = {}) => {
  const environment = { ...(await environmentOf(inject('redisUrl'))), ...more }
  const worker = await openWorker(environment)
  const server = await openServer(environment)
  return { environment, worker, server, call: caller(server.url) }
}

export type Answer = { readonly status: number; readonly type: string; readonly body: unknown }
export type Call = (
  method: string,
  path: string,
  body?: unknown,
  token?: string | null,
) => Promise<Answer>

/** Calls the HTTP side as the desk, or as whoever the token belongs to. */
export const caller =
  (url: string): Call =>
  async (method, path, body, token = deskToken) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    return { status: response.status, type, body: type.includes('json') ? JSON.parse(text) : text }
  }
