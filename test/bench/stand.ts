import { join } from 'node:path'
import { redisOptions } from '@night/shared/redis'
import { Redis } from 'ioredis'
import { createProgress } from '../../setup/progress.mjs'
import { findRedisServer } from '../../setup/redis-server.mjs'
import { startRedis } from '../../setup/redis.mjs'
import { caller, deskToken } from '../support/call.ts'
import { freePort } from '../support/free-port.ts'
import { createProgram } from '../support/program.ts'
import { gcOnSignal } from './gc.ts'

type Rooms = { readonly worker?: boolean; readonly servers?: number }

/** Our house: a Redis that syncs every write, servers, and a worker where there is something to decide. */
export const openStand = async (
  folder: string,
  { worker: decides = false, servers = 1 }: Rooms,
) => {
  const found = await findRedisServer({ env: process.env, progress: createProgress() })
  const redis = await startRedis({ ...found, dir: join(folder, 'redis') })
  const ports = await Promise.all(Array.from({ length: servers }, freePort))
  const environment = {
    REDIS_URL: redis.url,
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    DESK_TOKEN: deskToken,
    NODE_OPTIONS: gcOnSignal,
  }
  const houses = ports.map((port) =>
    createProgram({
      path: 'dist/server.mjs',
      ready: 'ready http',
      environment: { ...environment, PORT: String(port) },
    }),
  )
  const worker = createProgram({ path: 'dist/worker.mjs', ready: 'worker takes jobs', environment })
  await Promise.all([...houses.map((one) => one.start()), decides && worker.start()])
  const client = new Redis(redisOptions(new URL(redis.url), 'work'))
  return {
    ports,
    servers: houses,
    worker,
    redis: client,
    redisUrl: new URL(redis.url),
    call: caller(`http://127.0.0.1:${ports[0] ?? 0}`),
    close: async () => {
      await Promise.all([...houses, worker].map((one) => one.kill()))
      client.disconnect()
      await redis.close()
    },
  }
}
export type Stand = Awaited<ReturnType<typeof openStand>>
