import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startRedis } from '../../setup/redis.mjs'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    redisUrls: readonly string[]
  }
}

const startPrivate = async () => {
  const {
    REDIS_SERVER_BINARY: binary,
    REDIS_SERVER_LIBRARY_PATH: libraryPath,
    REDIS_MISSING: missing,
  } = process.env
  if (!binary) throw new Error(missing ?? 'There is no Redis: run the tests with `npm test`.')
  const folder = await mkdtemp(join(tmpdir(), 'night-test-'))
  const redis = await startRedis({ binary, libraryPath, dir: folder, debug: true })
  return {
    url: redis.url,
    close: async (): Promise<void> => {
      await redis.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Real Redis for a run: the one that REDIS_URL names, or a private one for each file that runs at the same time. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const { REDIS_URL: url } = process.env
  const places = Array.from({ length: project.vitest.config.maxWorkers })
  const started = url ? [] : await Promise.all(places.map(startPrivate))
  project.provide('redisUrls', url ? [url] : started.map((redis) => redis.url))
  return async () => void (await Promise.all(started.map((redis) => redis.close())))
}
