import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { environmentOf, openServer, openWorker } from '../support/house.ts'
import { startServer } from '../support/redis-server.ts'

const openOn = async (lines: readonly string[]) => {
  const environment = await environmentOf('unset')
  const redis = await startServer(environment['DATA_DIR'] ?? '', lines)
  onTestFinished(redis.close)
  return { ...environment, REDIS_URL: redis.url }
}

/** A logger, and what was said through it. */
const listened = () => {
  const said: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void said.push(line) })
  return { said, log }
}

test.each([
  ['maxmemory-policy allkeys-lru', /maxmemory-policy allkeys-lru/],
  ['cluster-enabled yes', /is a node of a cluster/],
])('[OPS5] server and worker do not start on a Redis with %s, and say why', async (line, words) => {
  const environment = await openOn([line])
  await expect(openServer(environment)).rejects.toThrow(words)
  await expect(openWorker(environment)).rejects.toThrow(words)
})

test('[OPS5] on a Redis that syncs each second both start, and say what that may cost', async () => {
  const environment = await openOn(['appendfsync everysec'])
  for (const open of [openServer, openWorker]) {
    const { said, log } = listened()
    await open(environment, log)
    expect(said.join('')).toMatch(/appendfsync everysec\): a power cut may lose a second/)
  }
})

test('[OPS5] where CONFIG is refused, as by a managed Redis, that is said and all works', async () => {
  const environment = await openOn(['rename-command CONFIG ""'])
  const { said, log } = listened()
  await openServer(environment, log)
  expect(said.join('')).toMatch(/CONFIG is refused/)
})
