import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRedis } from '../../setup/redis.mjs'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    redisUrl: string
  }
}

/** One real Redis for a run: the one that REDIS_URL names, or a private one that goes with the run. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const {
    REDIS_URL: url,
    REDIS_SERVER_BINARY: binary,
    REDIS_SERVER_LIBRARY_PATH: libraryPath,
    REDIS_MISSING: missing,
  } = process.env
  if (url) {
    project.provide('redisUrl', url)
    return async () => undefined
  }
  if (!binary) throw new Error(missing ?? 'There is no Redis: run the tests with `npm test`.')
  const folder = await mkdtemp(join(tmpdir(), 'night-test-'))
  const redis = await startRedis({ binary, libraryPath, dir: folder, debug: true })
  project.provide('redisUrl', redis.url)
  return async () => {
    await redis.close()
    await rm(folder, { recursive: true, force: true })
  }
}
