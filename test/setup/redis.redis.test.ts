import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startRedis } from '../../setup/redis.mjs'
import { present } from '../support/present.ts'
import {
  connectTo,
  isAlive,
  processOf,
  redisServer,
  startPrivateRedis,
  temporaryFolder,
  until,
} from './support.ts'

const OWNER = join(import.meta.dirname, 'owner.mjs')

async function startOwner(dir: string) {
  const child = spawn(process.execPath, [OWNER, dir], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
  return { child, socketPath: String(line).trim() }
}

test('[SET1] a private Redis answers on a socket in a folder that only its user may enter, and on no port', async () => {
  const dir = join(await temporaryFolder(), 'redis')
  const redis = await startPrivateRedis(dir)
  const client = connectTo(redis.socketPath)
  expect(await client.ping()).toBe('PONG')
  expect(await client.config('GET', 'port')).toEqual(['port', '0'])
  expect((await stat(dirname(redis.socketPath))).mode & 0o777).toBe(0o700)
  expect(decodeURIComponent(new URL(redis.url).pathname)).toBe(redis.socketPath)
})

test.each([
  ['appendonly', 'yes'],
  ['appendfsync', 'always'],
  ['save', ''],
  ['maxmemory-policy', 'noeviction'],
])(
  '[SET2] a private Redis has a write on the disk before it answers, and evicts nothing: %s',
  async (name, value) => {
    const redis = await startPrivateRedis(await temporaryFolder())
    expect(await connectTo(redis.socketPath).config('GET', name)).toEqual([name, value])
  },
)

test('[SET3] a private Redis that is killed comes back on the same socket with its data', async () => {
  const redis = await startPrivateRedis(await temporaryFolder())
  const client = connectTo(redis.socketPath)
  for (let kills = 1; kills <= 3; kills += 1) {
    await client.set(`before-${kills}`, 'kept')
    process.kill(await processOf(client), 'SIGKILL')
    await until(
      'Redis is back',
      async () => redis.restarts() === kills && (await client.ping()) === 'PONG',
    )
    expect(await client.keys('before-*')).toHaveLength(kills)
  }
})

test('[SET3] a private Redis comes back when its watchdog is killed', async () => {
  const redis = await startPrivateRedis(await temporaryFolder())
  const client = connectTo(redis.socketPath)
  await client.set('seat', 'Tamworth')
  const first = await processOf(client)
  process.kill(parentOf(first), 'SIGKILL')
  await until(
    'another Redis answers',
    async () => (await processOf(client)) !== first && redis.restarts() === 1,
  )
  await until('the first Redis has ended', () => !isAlive(first))
  expect(await client.get('seat')).toBe('Tamworth')
})

test('[SET3] a private Redis that cannot start for a while, as on a full disk, is tried again until it does', async () => {
  const dir = await temporaryFolder()
  const [binary, full, tries] = ['redis-server', 'full', 'tries'].map((name) => join(dir, name))
  const { binary: real, libraryPath } = redisServer()
  await writeFile(
    present(binary),
    `#!/bin/sh\necho >> '${tries}'\n[ -e '${full}' ] && exit 1\nexec '${real}' "$@"\n`,
    { mode: 0o700 },
  )
  const redis = await startRedis({ binary: present(binary), libraryPath, dir: join(dir, 'redis') })
  onTestFinished(redis.close)
  const client = connectTo(redis.socketPath)
  await client.set('seat', 'Tamworth')
  await writeFile(present(full), '')
  process.kill(await processOf(client), 'SIGKILL')
  await until('it was tried more often than at a start', async () => {
    const { size } = await stat(present(tries))
    return size > 8
  })
  await rm(present(full))
  expect(await client.get('seat')).toBe('Tamworth')
})

test('[SET4] a second start in the same folder is refused and names the process that has it', async () => {
  const dir = await temporaryFolder()
  await startPrivateRedis(dir)
  await expect(startRedis({ ...redisServer(), dir })).rejects.toThrow(
    `${dir} is in use by process ${process.pid}. Stop it first, or give another folder with DATA_DIR.`,
  )
})

test('[SET4] of several starts at once exactly one gets the folder, also when its owner was killed before', async () => {
  const dir = await temporaryFolder()
  for (let round = 1; round <= 3; round += 1) {
    const starts = await Promise.all(Array.from({ length: 5 }, () => startOwnerOrFail(dir)))
    const owners = starts.filter((child) => child !== undefined)
    expect(owners).toHaveLength(1)
    owners[0]?.kill('SIGKILL')
  }
})

test('[SET5] when the owner is killed Redis ends by itself, and the next start has the data', async () => {
  const dir = await temporaryFolder()
  const { child, socketPath } = await startOwner(dir)
  const client = connectTo(socketPath)
  await client.set('seat', 'Tamworth')
  const server = await processOf(client)
  child.kill('SIGKILL')
  const next = await startPrivateRedis(dir)
  await until('the first Redis has ended', () => !isAlive(server))
  expect(await connectTo(next.socketPath).get('seat')).toBe('Tamworth')
})

test('[SET6] a closed Redis has ended, leaves no socket behind, and its folder can be used again', async () => {
  const dir = await temporaryFolder()
  const redis = await startPrivateRedis(dir)
  const client = connectTo(redis.socketPath)
  await client.set('seat', 'Tamworth')
  const server = await processOf(client)
  client.disconnect()
  await redis.close()
  expect(isAlive(server)).toBe(false)
  expect((await readdir(dir)).filter((name) => name.includes('.sock'))).toEqual([])
  const next = await startPrivateRedis(dir)
  expect(await connectTo(next.socketPath).get('seat')).toBe('Tamworth')
})

test('[SET7] a Redis that cannot start says why, with the end of its log and what helps', async () => {
  const dir = await temporaryFolder()
  await mkdir(join(dir, 'appendonlydir'))
  await writeFile(join(dir, 'appendonlydir', 'appendonly.aof.manifest'), 'no manifest\n')
  await writeFile(join(dir, 'appendonly.aof'), 'no log\n')
  const started = startRedis({ ...redisServer(), dir })
  await expect(started).rejects.toThrow(
    /Redis does not start in .*The end of .*redis\.log.*DATA_DIR=/s,
  )
  await expect(started).rejects.toHaveProperty('name', 'Remedy')
})

test('[SET8] a folder whose path is too long for a socket works too, and has one owner', async () => {
  const dir = join(await temporaryFolder(), 'a-folder-with-a-long-name'.repeat(5))
  const redis = await startPrivateRedis(dir)
  expect(await connectTo(redis.socketPath).ping()).toBe('PONG')
  await expect(startRedis({ ...redisServer(), dir })).rejects.toThrow('is in use by process')
})

async function startOwnerOrFail(dir: string): Promise<ChildProcess | undefined> {
  const child = spawn(process.execPath, [OWNER, dir], { stdio: ['ignore', 'pipe', 'ignore'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const started = once(child.stdout, 'data').then(() => child)
  return Promise.race([started, once(child, 'exit').then(() => undefined)])
}

function parentOf(process_: number): number {
  return Number(
    spawnSync('ps', ['-o', 'ppid=', '-p', String(process_)], { encoding: 'utf8' }).stdout,
  )
}
