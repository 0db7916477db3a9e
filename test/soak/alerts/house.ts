import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { serverConfig } from '@night/server/config'
import { createServer } from '@night/server/server'
import { redisOptions } from '@night/shared/redis'
import { Redis } from 'ioredis'
import { pino } from 'pino'
import { createProgress } from '../../../setup/progress.mjs'
import { findRedisServer } from '../../../setup/redis-server.mjs'
import { startRedis } from '../../../setup/redis.mjs'
import { caller, deskToken } from '../../support/call.ts'
import { ownFolder } from '../../support/leaving.ts'
import { createProgram } from '../../support/program.ts'
import { root } from '../../support/root.ts'

/** Redis and a server here, and two workers as processes that can be killed. */
export const openAlertHouse = async (alertOrigin: string) => {
  const folder = await ownFolder('night-alerts-')
  const found = await findRedisServer({ env: process.env, progress: createProgress() })
  const redis = await startRedis({ ...found, dir: join(folder, 'redis') })
  const environment = {
    REDIS_URL: redis.url,
    DATA_DIR: folder,
    PORT: '0',
    HOST: '127.0.0.1',
    VAPID_SUBJECT: 'mailto:desk@newsroom.example',
    ALERT_ORIGINS: alertOrigin,
  }
  const server = await createServer({
    config: serverConfig(environment, root),
    deskToken,
    clock: { now: Date.now },
    stopwatch: performance,
    log: pino({ level: 'error' }),
  })
  const program = { path: 'dist/worker.mjs', ready: 'worker takes jobs', environment }
  const workers = [createProgram(program), createProgram(program)]
  for (const worker of workers) await worker.start()
  const client = new Redis(redisOptions(new URL(redis.url), 'work'))
  return {
    url: server.url,
    call: caller(server.url),
    redis: client,
    workers,
    close: async (): Promise<void> => {
      for (const worker of workers) await worker.kill()
      await server.close()
      client.disconnect()
      await redis.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
