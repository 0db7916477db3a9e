// A process of its own that owns a private Redis, so that tests can kill it.
import { startRedis } from '../../setup/redis.mjs'

const { env } = process
const redis = await startRedis({
  binary: env['REDIS_SERVER_BINARY'] ?? 'redis-server',
  libraryPath: env['REDIS_SERVER_LIBRARY_PATH'],
  dir: process.argv[2] ?? '',
})
process.stdout.write(`${redis.socketPath}\n`)
