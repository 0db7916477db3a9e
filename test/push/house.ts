import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverConfig } from '@night/server/config'
import { createServer } from '@night/server/server'
import { workerConfig } from '@night/worker/config'
import { createWorker } from '@night/worker/worker'
import { pino } from 'pino'
import type { Progress } from '../../setup/progress.mjs'
import { findRedisServer } from '../../setup/redis-server.mjs'
import { startRedis } from '../../setup/redis.mjs'
import { ensureScreens } from '../../setup/built.mjs'
import { caller, deskToken } from '../support/call.ts'
import { root } from '../support/root.ts'

/** A whole house with web push on, which trusts this push service. */
export const openPushHouse = async (pushService: string, progress: Progress) => {
  await ensureScreens(root, progress)
  const folder = await mkdtemp(join(tmpdir(), 'night-push-'))
  const found = await findRedisServer({ env: process.env, progress })
  const redis = await startRedis({ ...found, dir: join(folder, 'redis') })
  const environment = {
    REDIS_URL: redis.url,
    DATA_DIR: folder,
    PORT: '0',
    HOST: '127.0.0.1',
    VAPID_SUBJECT: 'mailto:desk@newsroom.example',
    ALERT_ORIGINS: pushService,
  }
  const time = { clock: { now: Date.now }, stopwatch: performance }
  const parts = { ...time, log: pino({ level: 'error' }) }
  const worker = await createWorker({ config: workerConfig(environment, root), ...parts })
  const config = serverConfig(environment, root)
  const server = await createServer({ config, deskToken, ...parts })
  return {
    // Only this name is a secure page without a certificate, for the browser and for its push.
    url: `http://localhost:${new URL(server.url).port}`,
    call: caller(server.url),
    close: async (): Promise<void> => {
      await server.close()
      await worker.close()
      await redis.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
export type PushHouse = Awaited<ReturnType<typeof openPushHouse>>
