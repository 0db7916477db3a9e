import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deskTokenIn } from '@night/server/desk-token'
import { expect, onTestFinished, test } from 'vitest'

test('[SEC2] servers that begin at once on one folder have one token, shown once, readable by its owner only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'desk-token-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const shown: string[] = []
  const tokens = await Promise.all(
    [1, 2, 3].map(() => deskTokenIn(folder, (token) => void shown.push(token))),
  )
  expect(shown).toHaveLength(1)
  expect(new Set(tokens)).toEqual(new Set(shown))
  expect(await readdir(folder)).toEqual(['desk-token'])
  expect((await stat(join(folder, 'desk-token'))).mode & 0o777).toBe(0o600)
})
