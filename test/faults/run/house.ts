import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { redisOptions } from '@night/shared/redis'
import { Redis } from 'ioredis'
import { createProgress } from '../../../setup/progress.mjs'
import { findRedisServer } from '../../../setup/redis-server.mjs'
import { startRedis } from '../../../setup/redis.mjs'
import { deskToken } from '../../support/call.ts'
import { freePort } from '../../support/free-port.ts'
import { ownFolder } from '../../support/leaving.ts'
import { createProgram } from '../../support/program.ts'
import { openPhones } from '../../support/phones.ts'
import type { Said } from './races.ts'
import { firmGround, type LayGround } from './ground.ts'
import { createProbe } from './probe.ts'

/** Milliseconds for a process to begin, on a machine that has much else to do. */
const patience = 120_000

/** Redis that comes back by itself, two workers, two servers, phones: each a process but for the phones. */
export const openHouse = async (layGround: LayGround = firmGround) => {
  const folder = await ownFolder('night-faults-')
  const found = await findRedisServer({ env: process.env, progress: createProgress() })
  const ground = await layGround(found, folder)
  const startOne = () => startRedis({ ...ground.server, dir: join(folder, 'redis') })
  let redis = await startOne()
  const phones = await openPhones(20)
  const environment = {
    REDIS_URL: redis.url,
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    DESK_TOKEN: deskToken,
    VAPID_SUBJECT: 'mailto:desk@newsroom.example',
    ALERT_ORIGINS: phones.origin,
  }
  const saidByWorkers: Said[] = []
  const workerProgram = {
    path: 'dist/worker.mjs',
    ready: 'worker takes jobs',
    patience,
    environment,
    onLine: (line: string) => void saidByWorkers.push({ t: Date.now(), line }),
  }
  const workers = [createProgram(workerProgram), createProgram(workerProgram)]
  const probe = createProbe(join(folder, 'probes.ndjson'), 'server')
  const ports = [await freePort(), await freePort()]
  const saidByServers = ports.map((): string[] => [])
  const servers = ports.map((port, place) =>
    createProgram({
      path: 'dist/server.mjs',
      ready: 'ready http',
      patience,
      onLine: (line) => void saidByServers[place]?.push(line),
      environment: { ...environment, ...probe.environment, PORT: String(port) },
    }),
  )
  await Promise.all([...workers, ...servers].map((program) => program.start()))
  const client = new Redis(redisOptions(new URL(redis.url), 'work'))
  client.on('error', () => undefined)
  return {
    folder,
    saidByWorkers,
    saidByServers,
    /** What the servers' own processes say of their memory and their event loop. */
    probed: probe.read,
    urls: ports.map((port) => `http://127.0.0.1:${port}`),
    workers,
    servers,
    phones,
    redis: client,
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
    close: async (): Promise<void> => {
      await Promise.all([...workers, ...servers].map((program) => program.kill()))
      client.disconnect()
      phones.close()
      await redis.close()
      await ground.leave()
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>
