import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pushKeyKey } from '@night/shared/names'
import { openPush } from '@night/worker/alerts/push-keys'
import { newPushKeys } from '@night/worker/alerts/vapid'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { subject } from '../../support/outward.ts'
import { openRedis } from '../../support/redis-client.ts'

/** A house that has no key yet, and every line that it logs. */
const openKeyless = async () => {
  const redis = openRedis()
  await redis.del(pushKeyKey)
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) })
  return { lines, parts: { redis, log, subject }, published: () => redis.get(pushKeyKey) }
}

const openFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'push-keys-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('[ALR28] the pair is made at the first start, readable by its owner only, and stays', async () => {
  const { lines, parts, published } = await openKeyless()
  const folder = join(await openFolder(), 'var')
  const push = await openPush({ ...parts, folder })
  if (push.state === 'off') throw new Error(push.why)
  const file = join(folder, 'push-keys.json')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await published()).toBe(push.keys.publicKey)
  expect(await openPush({ ...parts, folder })).toEqual(push)
  const { publicKey, privateKey } = push.keys
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ publicKey, privateKey })
  expect(lines.join()).not.toContain(privateKey)
})

test('[ALR28] a worker that looks while another makes the pair has the same', async () => {
  const { lines, parts, published } = await openKeyless()
  const folder = await openFolder()
  const { redis } = parts
  // Between this one's look at the folder and its look at Redis the other does all that it does.
  const get = async (key: string): Promise<string | null> => {
    await openPush({ ...parts, folder })
    return redis.get(key)
  }
  const slow = { get, set: redis.set.bind(redis), del: redis.del.bind(redis) }
  const push = await openPush({ ...parts, folder, redis: slow })
  expect(push).toMatchObject({ state: 'on', keys: { publicKey: await published() } })
  expect(lines).toEqual([])
  expect(await readdir(folder)).toEqual(['push-keys.json'])
})

test('[ALR28] a worker with other keys than the house sends no push and says what to do', async () => {
  const { lines, parts, published } = await openKeyless()
  const [first, second] = [await openFolder(), await openFolder()]
  await openPush({ ...parts, folder: first })
  const named = await published()
  const other = await openPush({ ...parts, folder: second })
  expect(other).toMatchObject({ state: 'off', why: expect.stringContaining('Copy push-keys.json') })
  await expect(stat(join(second, 'push-keys.json'))).rejects.toThrow('ENOENT')
  await writeFile(join(second, 'push-keys.json'), JSON.stringify(newPushKeys()))
  expect(await openPush({ ...parts, folder: second })).toEqual(other)
  expect(await published()).toBe(named)
  expect(lines).toHaveLength(2)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 50, msg: 'web push is off' })
  expect(lines.join()).not.toContain(named)

  await writeFile(
    join(second, 'push-keys.json'),
    await readFile(join(first, 'push-keys.json'), 'utf8'),
  )
  expect((await openPush({ ...parts, folder: second })).state).toBe('on')
})

test('[ALR28] a file that holds no pair turns push off, and is left as it is', async () => {
  const { lines, parts, published } = await openKeyless()
  const folder = await openFolder()
  const file = join(folder, 'push-keys.json')
  const [one, two] = [newPushKeys(), newPushKeys()]
  const mixed = JSON.stringify({ ...one, privateKey: two.privateKey })
  for (const text of ['', '{', '{}', mixed]) {
    await writeFile(file, text)
    const push = await openPush({ ...parts, folder })
    expect(push).toMatchObject({ why: expect.stringContaining('holds no key pair') })
    expect(await readFile(file, 'utf8')).toBe(text)
  }
  expect(await published()).toBeNull()
  expect(lines.join()).not.toContain(two.privateKey)
})

test('[ALR28] a data folder that cannot be written to turns push off in words', async () => {
  const folder = join(await openFolder(), 'file')
  await writeFile(folder, '')
  expect(await openPush({ ...(await openKeyless()).parts, folder })).toMatchObject({ state: 'off' })
})

test('[ALR28] without VAPID_SUBJECT web push is off, and no key is published', async () => {
  const { lines, parts, published } = await openKeyless()
  await parts.redis.set(pushKeyKey, 'another')
  const folder = await openFolder()
  expect(await openPush({ ...parts, folder, subject: null })).toEqual({
    state: 'off',
    why: 'VAPID_SUBJECT is not set.',
  })
  expect([await published(), lines]).toEqual([null, []])
})
