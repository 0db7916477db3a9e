import { appendFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NightEvent } from '@night/shared/event'
import { nightKeys } from '@night/shared/names'
import { redisOptions } from '@night/shared/redis'
import { Redis } from 'ioredis'
import { createProgress } from '../../../setup/progress.mjs'
import { findRedisServer } from '../../../setup/redis-server.mjs'
import { startRedis } from '../../../setup/redis.mjs'
import { caller, deskToken } from '../../support/call.ts'
import { freePort } from '../../support/free-port.ts'
import { nightName } from '../../support/night.ts'
import { createProgram } from '../../support/program.ts'
import { openPhones } from '../../support/phones.ts'
import { until } from '../../support/until.ts'
import type { HistoryLine } from '../history.ts'
import { firmGround, type LayGround } from './ground.ts'

export const recording = '2024-07-04-general-election'

/** Redis that comes back by itself, two workers, two servers, phones: each a process but for the phones. */
export const openStand = async (clientsEach: number, layGround: LayGround = firmGround) => {
  const folder = await mkdtemp(join(tmpdir(), 'night-faults-'))
  const found = await findRedisServer({ env: process.env, progress: createProgress() })
  const ground = await layGround(found, folder)
  const startOne = () => startRedis({ ...ground.server, dir: join(folder, 'redis') })
  let redis = await startOne()
  const phones = await openPhones(20)
  const file = join(folder, 'history.ndjson')
  const environment = {
    REDIS_URL: redis.url,
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    DESK_TOKEN: deskToken,
    VAPID_SUBJECT: 'mailto:desk@newsroom.example',
    ALERT_ORIGINS: phones.origin,
  }
  const workerProgram = { path: 'worker/main.ts', ready: 'worker takes jobs', environment }
  const workers = [createProgram(workerProgram), createProgram(workerProgram)]
  const ports = [await freePort(), await freePort()]
  const said = ports.map((): string[] => [])
  const servers = ports.map((port, place) =>
    createProgram({
      path: 'server/main.ts',
      ready: 'ready http',
      environment: { ...environment, PORT: String(port) },
      hear: (text) => void said[place]?.push(text),
    }),
  )
  await Promise.all([...workers, ...servers].map((program) => program.start()))
  const client = new Redis(redisOptions(new URL(redis.url), 'work'))
  client.on('error', () => undefined)
  const urls = ports.map((port) => `http://127.0.0.1:${port}`)
  const call = caller(urls[0] ?? '')
  const night = nightName()
  await call('POST', '/api/nights', { id: night, mode: 'live', from: recording })
  const scope = { name: 'Second person', role: 'editor', nights: [night] }
  const second = Object((await call('POST', '/api/officers', scope)).body).token
  for (const person of [call, call.as(String(second))])
    await person('POST', `/api/nights/${night}/arming`, { phrase: `GO LIVE ${night}` })
  const clients = urls.map((url, place) =>
    createProgram({
      path: 'test/faults/run/clients-main.ts',
      ready: 'clients are there',
      environment: {},
      words: [url, night, String(clientsEach), file, `screen-${place + 1}-`],
    }),
  )
  await Promise.all(clients.map((program) => program.start()))
  const note = (line: HistoryLine): void => appendFileSync(file, `${JSON.stringify(line)}\n`)
  const head = (role: HistoryLine['role'] = 'run') => ({ t: Date.now(), pid: process.pid, role })
  const keys = nightKeys('live', night)
  const findings = new Map<string, number>()
  return {
    folder,
    night,
    urls,
    workers,
    servers,
    clients,
    phones,
    redis: client,
    keys,
    note,
    head,
    redisProcess: async (): Promise<number> =>
      Number(/process_id:(\d+)/.exec(await client.info('server'))?.[1]),
    redisSocket: redis.socketPath,
    redisRestarts: () => redis.restarts(),
    /** Redis ends in order, something is done to its folder, and another begins there. */
    withoutRedis: async (work: () => Promise<void>): Promise<void> => {
      await redis.close()
      await work()
      redis = await startOne()
    },
    /** What each server has written to its log so far. */
    said: () => said.map((texts) => texts.join('')),
    /** A figure that this run found, for its line in the table. */
    found: (what: string, value: number): void => void findings.set(what, value),
    findings: () => Object.fromEntries(findings),
    history: () => readFile(file, 'utf8'),
    logNow: async () =>
      (await client.xrange(keys.log, '-', '+')).map(([, fields]) =>
        NightEvent.parse(JSON.parse(fields[fields.indexOf('event') + 1] ?? '')),
      ),
    close: async (): Promise<void> => {
      for (const one of clients) one.signal('SIGTERM')
      await Promise.all(clients.map((one) => one.ended()))
      await Promise.all([...workers, ...servers].map((program) => program.kill()))
      client.disconnect()
      phones.close()
      await redis.close()
      await ground.leave()
      // A sender that was left in the middle may write down one thing more.
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
    isQuiet: () =>
      until('everything is decided', async () => (await client.scard(keys.pending)) === 0, 60_000),
  }
}
export type Stand = Awaited<ReturnType<typeof openStand>>
