import { appendFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NightEvent } from '@night/shared/event'
import { nightKeys } from '@night/shared/names'
import { redisOptions } from '@night/shared/redis'
import { Redis } from 'ioredis'
import type { Progress } from '../../setup/progress.mjs'
import { findRedisServer } from '../../setup/redis-server.mjs'
import { startRedis } from '../../setup/redis.mjs'
import type { HistoryLine } from '../faults/history.ts'
import { caller, deskToken } from '../support/call.ts'
import { freePort } from '../support/free-port.ts'
import { nightName } from '../support/night.ts'
import { createProgram } from '../support/program.ts'
import type { Proxy } from './find-proxy.ts'
import { startProxy } from './proxy.ts'

type Wanted = {
  readonly proxy: Proxy
  readonly clients: number
  readonly recording: string
  readonly progress: Progress
}

/** What was begun, ended in the opposite order, each once. */
export const createEndings = () => {
  const endings: (() => unknown)[] = []
  return {
    later: (ending: () => unknown): void => void endings.unshift(ending),
    now: async (): Promise<void> => {
      for (const end of endings.splice(0)) await end()
    },
  }
}
type Endings = ReturnType<typeof createEndings>

const clientProcesses = 5

/** Milliseconds: a program that starts beside 500 clients on two cores takes its time. */
const patience = 120_000

const armedNight = async (url: string, recording: string): Promise<string> => {
  const call = caller(url)
  const night = nightName()
  await call('POST', '/api/nights', { id: night, mode: 'live', from: recording })
  const scope = { name: 'Second person', role: 'editor', nights: [night] }
  const second = Object((await call('POST', '/api/officers', scope)).body).token
  for (const person of [call, call.as(String(second))])
    await person('POST', `/api/nights/${night}/arming`, { phrase: `GO LIVE ${night}` })
  return night
}

/** Redis, three servers behind a real proxy and two workers; clients in five processes more. */
export const openStand = async (
  { proxy, clients, recording, progress }: Wanted,
  endings: Endings,
) => {
  const folder = await mkdtemp(join(tmpdir(), 'night-rolling-'))
  endings.later(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  const found = await findRedisServer({ env: process.env, progress })
  const redis = await startRedis({ ...found, dir: join(folder, 'redis') })
  endings.later(redis.close)
  const client = new Redis(redisOptions(new URL(redis.url), 'work'))
  endings.later(() => client.disconnect())

  const environment = {
    REDIS_URL: redis.url,
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    DESK_TOKEN: deskToken,
    TRUSTED_PROXIES: '1',
  }
  const program = (path: string, ready: string, more: NodeJS.ProcessEnv = {}) =>
    createProgram({ path, ready, environment: { ...environment, ...more }, patience })
  const ports = [await freePort(), await freePort(), await freePort()]
  const servers = ports.map((port) =>
    program('dist/server.mjs', 'ready http', { PORT: String(port) }),
  )
  const workers = [0, 1].map(() => program('dist/worker.mjs', 'worker takes jobs'))
  const house = [...servers, ...workers]
  endings.later(() => Promise.all(house.map((one) => one.kill())))
  await Promise.all(house.map((one) => one.start()))
  const front = await startProxy(
    proxy,
    { own: await freePort(), servers: ports },
    join(folder, 'proxy'),
  )
  endings.later(front.close)

  const night = await armedNight(front.url, recording)
  const [history, waits] = [join(folder, 'history.ndjson'), join(folder, 'waits.ndjson')]
  const watchers = Array.from({ length: clientProcesses }, (_, place) => {
    const count = String(clients / clientProcesses)
    const words = [front.url, night, count, history, waits, `client-${place}-`]
    const path = 'test/rolling/clients-main.ts'
    return createProgram({ path, ready: 'clients are there', environment: {}, words, patience })
  })
  const clientsGone = async (): Promise<void> => {
    for (const one of watchers) one.signal('SIGTERM')
    await Promise.all(watchers.map((one) => one.ended()))
  }
  endings.later(clientsGone)
  await Promise.all(watchers.map((one) => one.start()))

  const keys = nightKeys('live', night)
  return {
    night,
    urls: [front.url],
    serverUrls: ports.map((port) => `http://127.0.0.1:${port}`),
    servers,
    workers,
    keys,
    redis: client,
    proxySaid: front.complaint,
    note: (line: HistoryLine): void => appendFileSync(history, `${JSON.stringify(line)}\n`),
    head: (role: HistoryLine['role'] = 'run') => ({ t: Date.now(), pid: process.pid, role }),
    history: () => readFile(history, 'utf8'),
    waits: () => readFile(waits, 'utf8').catch(() => ''),
    logNow: async () =>
      (await client.xrange(keys.log, '-', '+')).map(([, fields]) =>
        NightEvent.parse(JSON.parse(fields[fields.indexOf('event') + 1] ?? '')),
      ),
  }
}
export type RollingStand = Awaited<ReturnType<typeof openStand>>
