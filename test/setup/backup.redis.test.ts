import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { copyLog } from '../../setup/backup-copy.mjs'
import { readBackup, sealBackup } from '../../setup/backup-form.mjs'
import { putBack } from '../../setup/backup-return.mjs'
import { runFor } from './house-program.ts'
import { connectTo, startPrivateRedis, temporaryFolder, until } from './support.ts'

/** One entry and its id in one step, as the night's log is written. */
const append = `
redis.call('XADD', KEYS[1], ARGV[1] .. '-0', 'event', string.rep('x', 5000))
redis.call('HSET', KEYS[2], ARGV[1], ARGV[1])
return 1`

/** Writes until it is told to stop, while Redis rewrites its files as often as it can. */
const load = (client: Redis) => {
  const state = { answered: 0, rewrites: 0, isOver: false }
  const write = async (): Promise<void> => {
    for (let seq = 1; !state.isOver; seq += 1) {
      await client.eval(append, 2, 'log', 'placed', seq)
      state.answered = seq
      if (seq % 40 === 0)
        await client.bgrewriteaof().then(
          () => (state.rewrites += 1),
          () => 0,
        )
    }
  }
  const writing = write()
  const stop = async (): Promise<void> => {
    state.isOver = true
    await writing
  }
  return { state, stop }
}

test('[BAK2] a copy that is taken while Redis writes and rewrites has all that was answered before, and no half of anything', async () => {
  const folder = await temporaryFolder()
  const redis = await startPrivateRedis(join(folder, 'redis'))
  const { state, stop } = load(connectTo(redis.socketPath))
  const copies: { dir: string; before: number }[] = []
  for (let copy = 1; copy <= 4; copy += 1) {
    const { answered, rewrites } = state
    const isOn = (): boolean => state.answered > answered + 50 && state.rewrites > rewrites
    await until('more was written, and a rewrite begun', isOn)
    const dir = join(folder, `copy-${copy}`)
    copies.push({ dir, before: state.answered })
    await copyLog(join(folder, 'redis'), dir)
  }
  await stop()
  expect(state.rewrites).toBeGreaterThan(1)
  for (const { dir, before } of copies) {
    const copied = await startPrivateRedis(dir)
    const client = connectTo(copied.socketPath)
    const seqs = (await client.xrange('log', '-', '+')).map(([id]) => Number.parseInt(id, 10))
    expect(seqs).toEqual(seqs.map((_, place) => place + 1))
    expect(seqs.length).toBeGreaterThanOrEqual(before)
    expect(seqs.length).toBeLessThanOrEqual(state.answered)
    expect(await client.hlen('placed')).toBe(seqs.length)
    await copied.close()
  }
})

test('[BAK3] a file that is not as it was backed up is named, and nothing is put in its place', async () => {
  const folder = join(await temporaryFolder(), 'kept')
  await mkdir(join(folder, 'nights'), { recursive: true })
  await writeFile(join(folder, 'desk-token'), 'rnd_a-token\n')
  await writeFile(join(folder, 'nights', 'log.ndjson'), '{}\n')
  await sealBackup(folder, { at: '2023-10-20T02:00:00.000Z', nights: [] })
  const backup = await readBackup(folder)
  const dataFolder = await temporaryFolder()
  await writeFile(join(folder, 'nights', 'log.ndjson'), '{}')
  const restored = putBack(backup, { folder, dataFolder })
  await expect(restored).rejects.toThrow(
    `${join(folder, 'nights/log.ndjson')} is not as it was backed up: it is missing, or its digest is another. Nothing was changed.`,
  )
  await rm(join(folder, 'nights'), { recursive: true })
  await expect(putBack(backup, { folder, dataFolder })).rejects.toThrow(
    'is not as it was backed up',
  )
  expect(await readdir(dataFolder)).toEqual(['redis'])
  const escaping = { ...backup, files: [{ path: '../desk-token', bytes: 1, sha256: '' }] }
  await writeFile(join(folder, 'backup.json'), JSON.stringify(escaping))
  await expect(readBackup(folder)).rejects.toThrow('cannot be read')
})

test('[BAK4] what is in use or holds a house already is not written over, and the words say what to do', async () => {
  const kept = await temporaryFolder()
  await writeFile(join(kept, 'desk-token'), 'rnd_a-token\n')
  await sealBackup(kept, { at: '2023-10-20T02:00:00.000Z', nights: [] })
  const folder = await temporaryFolder()
  const redis = await startPrivateRedis(join(folder, 'redis'))
  await connectTo(redis.socketPath).set('seat', 'Tamworth')
  const inUse = await runFor(folder, 'restore', kept)
  expect(inUse.code).toBe(1)
  expect(inUse.said).toContain(`is in use by process ${process.pid}. Stop it first`)
  await redis.close()
  const held = await runFor(folder, 'restore', kept)
  expect(held.code).toBe(1)
  expect(held.said).toContain(`${folder} holds the data of a house already: redis/`)
  expect(held.said).toContain(`mkdir ${join(folder, 'before-restore')} && mv `)
  expect(held.said).not.toContain('    at ')
  expect(await readdir(folder)).toEqual(['redis'])
})

test('[BAK4] what is no backup, or has nothing to back up, is said in words', async () => {
  const folder = await temporaryFolder()
  const none = await runFor(folder, 'restore', folder)
  expect(none).toMatchObject({ code: 1, said: expect.stringContaining('is no whole backup') })
  const empty = await runFor(folder, 'backup')
  expect(empty).toMatchObject({ code: 1, said: expect.stringContaining('nothing to back up') })
  const usage = await runFor(folder, 'restore')
  expect(usage).toMatchObject({ code: 1, said: expect.stringContaining('npm run restore -- <') })
})
