import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runFor } from './house-program.ts'
import { startPrivateRedis, temporaryFolder } from './support.ts'

test('[SET8 LOG10] verify asks a house that runs, also where its data folder’s path is too long for a socket, and by a short way there', async () => {
  const folder = await temporaryFolder()
  const long = join(folder, 'l'.repeat(80))
  const short = join(folder, 'short')
  await mkdir(long)
  await symlink(long, short)
  await startPrivateRedis(join(long, 'redis'))
  for (const dataFolder of [long, short])
    expect(await runFor(dataFolder, 'verify', 'no-such-night')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^There is no night “no-such-night”\./),
    })
})

test('[LOG10] verify takes one log at a time: what it would not look at is refused, and not passed over', async () => {
  const folder = await temporaryFolder()
  const recorded = '2023-10-19-by-elections'
  expect(await runFor(folder, 'verify', recorded)).toMatchObject({ code: 0 })
  for (const more of [recorded, 'no-such-night', 'no/such/file'])
    expect(await runFor(folder, 'verify', recorded, more)).toMatchObject({
      code: 1,
      said: expect.stringContaining('npm run verify -- <night>'),
    })
})
