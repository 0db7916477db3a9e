import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { serverConfig } from '@night/server/config'
import { createServer } from '@night/server/server'
import { workerConfig } from '@night/worker/config'
import { createWorker } from '@night/worker/worker'
import { pino } from 'pino'
import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../../setup/browser.mjs'
import { ensureScreens } from '../../setup/built.mjs'
import { createProgress } from '../../setup/progress.mjs'
import { findRedisServer } from '../../setup/redis-server.mjs'
import { startRedis } from '../../setup/redis.mjs'
import { caller, deskToken } from '../support/call.ts'
import { ownFolder } from '../support/leaving.ts'
import { root } from '../support/root.ts'

const progress = createProgress()

type Closing = { readonly close: () => Promise<void> }

/** A whole house with a Redis, a data folder and a browser of its own, for the programs that measure and draw. */
export const openStandWith = async <B extends Closing>(openBrowser: () => Promise<B>) => {
  await ensureScreens(root, progress)
  const folder = await ownFolder('night-stand-')
  const found = await findRedisServer({ env: process.env, progress })
  const redis = await startRedis({ ...found, dir: join(folder, 'redis') })
  const environment = { REDIS_URL: redis.url, DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1' }
  const time = { clock: { now: Date.now }, stopwatch: performance }
  const parts = { ...time, log: pino({ level: 'error' }) }
  const worker = await createWorker({ config: workerConfig(environment, root), ...parts })
  const server = await createServer({
    config: serverConfig(environment, root),
    deskToken,
    ...parts,
  })
  const browser = await openBrowser()
  return {
    url: server.url,
    call: caller(server.url),
    browser,
    close: async (): Promise<void> => {
      await browser.close()
      await server.close()
      await worker.close()
      await redis.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const openStand = () => openStandWith(openBrowser)
export type Stand = Awaited<ReturnType<typeof openStand>>

const openBrowser = async (): Promise<Browser> => {
  const { executable, libraryPath, env } = await findBrowser({ env: process.env, progress })
  const inherited = Object.entries(process.env).filter(([, value]) => value !== undefined)
  return chromium.launch({
    executablePath: executable,
    // Measured heaps are exact only with this flag.
    args: ['--no-sandbox', '--disable-background-networking', '--enable-precise-memory-info'],
    env: {
      ...Object.fromEntries(inherited),
      ...env,
      ...(libraryPath && { LD_LIBRARY_PATH: libraryPath }),
    },
  })
}
