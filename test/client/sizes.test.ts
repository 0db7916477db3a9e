import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { root } from '../support/root.ts'

const dist = join(root, 'client', 'dist')

/** A page's scripts, and what they import in turn. */
const scriptsOf = async (page: string): Promise<Set<string>> => {
  const found = new Set<string>()
  const take = async (text: string): Promise<void> => {
    for (const [, name] of text.matchAll(/["'](?:\.\/|\/assets\/)([\w.-]+\.js)["']/g)) {
      if (name === undefined || found.has(name)) continue
      found.add(name)
      await take(await readFile(join(dist, 'assets', name), 'utf8'))
    }
  }
  await take(await readFile(join(dist, page, 'index.html'), 'utf8'))
  return found
}

test.each([
  ['wall', 45_000],
  ['overlay/strap', 20_000],
  ['overlay/score', 20_000],
  ['overlay/ticker', 20_000],
  ['embed/strap', 20_000],
  ['embed/score', 20_000],
  ['embed/map', 45_000],
  ['replay', 60_000],
  ['replay/room', 64_000],
  ['reference', 45_000],
])('[LIFE5] the scripts of %s are at most %i bytes compressed', async (page, most) => {
  const names = [...(await scriptsOf(page))]
  const files = await Promise.all(names.map((name) => readFile(join(dist, 'assets', name))))
  const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0)
  expect(bytes).toBeGreaterThan(5000)
  expect(bytes).toBeLessThanOrEqual(most)
})
