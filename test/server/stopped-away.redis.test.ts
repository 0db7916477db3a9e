import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startRedis } from '../../setup/redis.mjs'
import { environmentOf } from '../support/house.ts'
import { createProgram } from '../support/program.ts'

const openRedis = async (dir: string) => {
  const { REDIS_SERVER_BINARY: binary = '', REDIS_SERVER_LIBRARY_PATH: libraryPath } = process.env
  const redis = await startRedis({ binary, libraryPath, dir })
  onTestFinished(() => redis.close())
  return redis
}

test('[OPS4] stopped while Redis is away, a server ends at once with 0, and a worker after fifteen seconds with 1', async () => {
  const environment = await environmentOf('unset')
  const redis = await openRedis(join(environment['DATA_DIR'] ?? '', 'redis'))
  const own = { ...environment, REDIS_URL: redis.url, PORT: '0', DESK_TOKEN: 'x'.repeat(16) }
  const program = (path: string, ready: string) =>
    createProgram({ path, ready, environment: own, patience: 60_000 })
  const server = program('dist/server.mjs', 'ready http')
  const worker = program('dist/worker.mjs', 'worker takes jobs')
  for (const one of [server, worker]) await one.start()
  await redis.close()
  const since = performance.now()
  const endOf = async (one: typeof server) => {
    one.signal('SIGTERM')
    return { code: await one.ended(), after: performance.now() - since }
  }
  const [ofServer, ofWorker] = await Promise.all([server, worker].map(endOf))
  expect([ofServer?.code, ofWorker?.code]).toEqual([0, 1])
  expect(ofServer?.after).toBeLessThan(10_000)
  expect(ofWorker?.after).toBeGreaterThan(14_000)
}, 180_000)
