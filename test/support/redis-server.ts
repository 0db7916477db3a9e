import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { withLibraries } from '../../setup/cache.mjs'
import { freePort } from './free-port.ts'
import { until } from './until.ts'

export type RedisServer = Awaited<ReturnType<typeof startServer>>

/**
 * A Redis of its own at a port of loopback, with these lines of configuration, synced as the house wants it; as a
 * Sentinel with `sentinel`. It is not started again when it ends. Whoever starts it closes it.
 */
export const startServer = async (
  folder: string,
  lines: readonly string[] = [],
  as: 'server' | 'sentinel' = 'server',
) => {
  const { REDIS_SERVER_BINARY: binary = '', REDIS_SERVER_LIBRARY_PATH: libraryPath } = process.env
  const port = await freePort()
  const own = join(folder, String(port))
  await mkdir(own, { recursive: true })
  const kept = ['appendonly yes', 'appendfsync always', 'save ""']
  const all = [`port ${port}`, 'bind 127.0.0.1', `dir ${own}`, `logfile ${own}/log`]
  await writeFile(
    join(own, 'redis.conf'),
    [...all, ...(as === 'server' ? kept : []), ...lines, ''].join('\n'),
  )
  const words = [join(own, 'redis.conf'), ...(as === 'sentinel' ? ['--sentinel'] : [])]
  const child = spawn(binary, words, {
    env: withLibraries(process.env, libraryPath),
    stdio: 'ignore',
  })
  const client = new Redis({ host: '127.0.0.1', port, maxRetriesPerRequest: null })
  client.on('error', () => undefined)
  await until(`Redis answers at ${port}`, async () => (await client.ping()) === 'PONG')
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    client.disconnect()
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    port,
    client,
    url: `redis://127.0.0.1:${port}`,
    kill: () => end('SIGKILL'),
    close: () => end('SIGTERM'),
  }
}
