import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sealBackup } from '../../setup/backup-form.mjs'
import { makeBackupFolder } from '../../setup/backup-proof.mjs'
import { putBack } from '../../setup/backup-return.mjs'
import { temporaryFolder } from './support.ts'

/** Another disk, where the machine has one without asking. */
const otherDisk = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

test('[BAK3] a backup is put back also where the Redis folder lies on a disk of its own', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'redis', 'appendonlydir'), { recursive: true })
  await writeFile(join(folder, 'redis', 'appendonlydir', 'a.aof'), 'all of it')
  await writeFile(join(folder, 'desk-token'), 'rnd_a-token\n')
  const backup = await sealBackup(folder, { at: '2023-10-20T02:00:00.000Z', nights: [] })
  const dataFolder = await temporaryFolder()
  const disk = await mkdtemp(join(otherDisk, 'night-'))
  onTestFinished(() => rm(disk, { recursive: true }))
  await symlink(disk, join(dataFolder, 'redis'))
  await putBack(backup, { folder, dataFolder })
  expect(await readdir(disk)).toEqual(['appendonlydir'])
  expect(await readFile(join(disk, 'appendonlydir', 'a.aof'), 'utf8')).toBe('all of it')
  expect((await readdir(dataFolder)).toSorted()).toEqual(['desk-token', 'redis'])
})

test('[BAK4] a folder for a backup that cannot be made, as under a file, is said in words', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'file'), '')
  const under = join(folder, 'file', 'backup')
  await expect(makeBackupFolder(under)).rejects.toMatchObject({
    name: 'Remedy',
    message: expect.stringContaining(`${under} cannot be made (`),
  })
  await expect(makeBackupFolder(folder)).rejects.toThrow(`${folder} is there already.`)
})
