import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findRedisServer } from '../../setup/redis-server.mjs'
import { silent, temporaryFolder } from './support.ts'

async function findIn(folder: string, env: NodeJS.ProcessEnv = {}) {
  const surroundings = { FEED_NO_FETCH: '1', PATH: folder, XDG_CACHE_HOME: folder, ...env }
  return findRedisServer({ env: surroundings, progress: silent, folders: [] })
}

async function writeServer(path: string, answer: string): Promise<string> {
  await writeFile(path, `#!/bin/sh\necho "${answer}"\n`)
  await chmod(path, 0o755)
  return path
}

test('[SET9] when there is no Redis the error says what was looked at and how to get one', async () => {
  const failure = await findIn(await temporaryFolder()).catch((error: Error) => error.message)
  expect(failure).toContain(
    'This needs a Redis (or Valkey) server, version 6.2 or newer, and none was found.',
  )
  expect(failure).toContain('REDIS_URL=redis://127.0.0.1:6379 npm start')
  expect(failure).toContain('FEED_REDIS_SERVER=/path/to/redis-server npm start')
  expect(failure).toContain('  - redis-server: not found')
  expect(failure).toContain('  - fetch with apt-get: not allowed, FEED_NO_FETCH=1')
})

test('[SET10] a server older than 6.2 is passed over with its version, and the next one is taken', async () => {
  const folder = await temporaryFolder()
  await writeServer(join(folder, 'redis-server'), 'Redis server v=5.0.7 sha=00000000:0')
  const newer = await writeServer(
    join(folder, 'valkey-server'),
    'Valkey server v=8.0.1 sha=00000000:0',
  )
  const found = await findIn(folder)
  expect(found).toMatchObject({ binary: newer, version: '8.0.1' })
  expect(found.looked).toEqual(['redis-server: version 5.0.7 is older than 6.2'])
})

test('[SET10] FEED_REDIS_SERVER goes before PATH', async () => {
  const folder = await temporaryFolder()
  await writeServer(join(folder, 'redis-server'), 'Redis server v=7.0.15 sha=00000000:0')
  const wished = await writeServer(join(folder, 'mine'), 'Redis server v=7.2.0 sha=00000000:0')
  expect(await findIn(folder, { FEED_REDIS_SERVER: wished })).toMatchObject({
    binary: wished,
    looked: [],
  })
})
