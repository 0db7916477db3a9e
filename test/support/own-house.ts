import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startRedis } from '../../setup/redis.mjs'
import { deskToken } from './call.ts'
import { environmentOf, openServer, openWorker } from './house.ts'

/**
 * A house whose data folder has all that `npm start` gives it, its own Redis included; and the environment of a
 * terminal on its machine.
 */
export const openOwnHouse = async () => {
  const { REDIS_SERVER_BINARY: binary = '', REDIS_SERVER_LIBRARY_PATH: libraryPath } = process.env
  const environment = await environmentOf('')
  const folder = environment['DATA_DIR'] ?? ''
  const redis = await startRedis({ binary, libraryPath, dir: join(folder, 'redis') })
  onTestFinished(redis.close)
  await writeFile(join(folder, 'desk-token'), `${deskToken}\n`, { mode: 0o600 })
  const own = { ...environment, REDIS_URL: redis.url }
  await openWorker(own)
  const server = await openServer(own)
  const terminal: NodeJS.ProcessEnv = {
    REDIS_URL: '',
    DATA_DIR: folder,
    PORT: new URL(server.url).port,
    INIT_CWD: folder,
    FEED_REDIS_SERVER: binary,
    DESK_TOKEN: '',
    VIEW_TOKEN: '',
    ...(libraryPath && { LD_LIBRARY_PATH: libraryPath }),
  }
  return { ...server, folder, terminal }
}
