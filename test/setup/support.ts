import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { onTestFinished } from 'vitest'
import type { Progress } from '../../setup/progress.mjs'
import { startRedis } from '../../setup/redis.mjs'

export const silent: Progress = { say: () => undefined, during: async (_text, work) => work() }

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'night-setup-'))
  onTestFinished(() =>
    rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  )
  return folder
}

/** The server that `npm test` found; without it a test fails with the words that say how to get one. */
export function redisServer(): { binary: string; libraryPath: string | undefined } {
  const {
    REDIS_SERVER_BINARY: binary,
    REDIS_SERVER_LIBRARY_PATH: libraryPath,
    REDIS_MISSING: missing,
  } = process.env
  if (!binary) throw new Error(missing ?? 'REDIS_SERVER_BINARY is not set: run this with npm test')
  return { binary, libraryPath }
}

export async function startPrivateRedis(dir: string) {
  const redis = await startRedis({ ...redisServer(), dir })
  onTestFinished(redis.close)
  return redis
}

export function connectTo(path: string): Redis {
  const client = new Redis({ path, retryStrategy: () => 20, maxRetriesPerRequest: null })
  client.on('error', () => undefined)
  onTestFinished(() => client.disconnect())
  return client
}

export async function processOf(client: Redis): Promise<number> {
  return Number(/process_id:(\d+)/.exec(await client.info('server'))?.[1])
}

/** A process that has ended counts as gone even where nobody asks for its exit code. */
export function isAlive(process_: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(process_)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.startsWith('Z')
}

/** Asks again and again until the answer is true; fails after ten seconds. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`still not so after 10 s: ${what}`)
    await sleep(10)
  }
}
