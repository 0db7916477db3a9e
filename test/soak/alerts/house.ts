import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
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
import { root } from '../../support/root.ts'
import { until } from '../../support/until.ts'

/** Redis and a server here, and two workers as processes that can be killed. */
export const openAlertHouse = async (alertOrigin: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'night-alerts-'))
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
    log: pino({ level: 'error' }),
  })
  const workers = [createSpare(environment), createSpare(environment)]
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

const createSpare = (environment: NodeJS.ProcessEnv) => {
  let child: ChildProcess | undefined
  return {
    start: async (): Promise<void> => {
      child = spawn(process.execPath, ['--import', 'tsx', 'worker/main.ts'], {
        cwd: root,
        env: { ...process.env, ...environment, LOG_LEVEL: 'info' },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let said = ''
      child.stdout?.on('data', (piece) => (said += said.length < 10_000 ? piece : ''))
      await until('the worker is ready', () => said.includes('worker takes jobs'))
    },
    kill: async (): Promise<void> => {
      if (!child) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
