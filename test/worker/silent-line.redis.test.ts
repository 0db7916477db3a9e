import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startRedis } from '../../setup/redis.mjs'
import { openSilentLine } from '../faults/run/silent-line.ts'
import { environmentOf, openServer, openWorker } from '../support/house.ts'
import { declarationOf, october, tamworth } from '../support/night.ts'
import { until } from '../support/until.ts'

/** Milliseconds: each connection is given fifteen seconds, and none waits for another to have had them. */
const twoAfterEachOther = 30_000

/** A house whose worker alone is on a line that can fall silent. */
const openHouse = async () => {
  const environment = await environmentOf('unset')
  const folder = environment['DATA_DIR'] ?? ''
  const { REDIS_SERVER_BINARY: binary = '', REDIS_SERVER_LIBRARY_PATH: libraryPath } = process.env
  const redis = await startRedis({ binary, libraryPath, dir: join(folder, 'redis') })
  onTestFinished(() => redis.close())
  const line = await openSilentLine(redis.socketPath, join(folder, 'line.sock'))
  await openWorker({ ...environment, REDIS_URL: `unix:${line.path}` })
  const { desk } = await openServer({ ...environment, REDIS_URL: redis.url })
  return { desk, line }
}

test('[LOG14] a worker whose connections to Redis all fall silent notices it of all at once, and decides again', async () => {
  const { desk, line } = await openHouse()
  const night = await desk.open(october)
  await desk.reached(night, 1)
  line.fallSilent()
  const from = performance.now()
  await desk.declare(night, await declarationOf(october, tamworth))
  const isDecided = async (): Promise<boolean> => (await desk.events(night)).seq === 2
  await until('it is decided', isDecided, 50_000)
  expect(performance.now() - from).toBeLessThan(twoAfterEachOther)
})
