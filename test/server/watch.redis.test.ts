import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { startRedis } from '../../setup/redis.mjs'
import { environmentOf, openServer } from '../support/house.ts'
import { october } from '../support/night.ts'
import { openScreen } from '../support/screen.ts'
import { until } from '../support/until.ts'

test('[OBS12] that a server cannot look for changes is said once until it can again', async () => {
  const environment = await environmentOf('unset')
  const { REDIS_SERVER_BINARY: binary = '', REDIS_SERVER_LIBRARY_PATH: libraryPath } = process.env
  const begin = async () => {
    const dir = join(environment['DATA_DIR'] ?? '', 'redis')
    const redis = await startRedis({ binary, libraryPath, dir })
    onTestFinished(() => redis.close())
    return redis
  }
  const lines: string[] = []
  const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) })
  const heard = (words: string) => lines.filter((line) => line.includes(words)).length
  const first = await begin()
  const { call, close, url } = await openServer({ ...environment, REDIS_URL: first.url }, log)
  const { seen } = openScreen(url, { night: october })
  /** A screen is told the time when the server has looked for changes, and only then. */
  const looked = async () => {
    const before = seen.clocks.length
    await until('it has looked for changes', () => seen.clocks.length > before + 1)
  }
  await looked()

  const away = async (redis: typeof first, times: number): Promise<void> => {
    await redis.close()
    await until('it is said', () => heard('could not look for changes') >= times)
    const tried = heard('Redis is out of reach')
    // Each of its two connections is tried every half second or so: long enough for several looks.
    await until('it stays away', () => heard('Redis is out of reach') > tried + 8)
    expect(heard('could not look for changes; will try again')).toBe(times)
  }
  const back = async () => {
    const redis = await begin()
    await until('it is back', async () => (await call('GET', '/health/ready')).status === 200)
    await looked()
    return redis
  }
  await away(first, 1)
  await away(await back(), 2)
  await back()
  await close()
}, 120_000)
