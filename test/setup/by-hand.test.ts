import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../support/root.ts'
import { runCommand } from '../support/terminal.ts'

test('[SET12] programs that were built by hand are not taken for those that the setup built before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'programs-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const stamp = join(folder, '.stamp')
  await writeFile(stamp, 'of other sources')
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  const words = [vite, 'build', '--config', 'programs.config.ts', '--outDir', folder]
  expect(await runCommand({ program: process.execPath, words, folder: root })).toMatchObject({
    code: 0,
  })
  expect(existsSync(join(folder, 'server.mjs'))).toBe(true)
  expect(existsSync(stamp)).toBe(false)
})
