import { join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { resolveConfig } from 'vite'
import { readmeOf } from '../support/package.ts'
import { root } from '../support/root.ts'

/** Where `vite build <room>` writes; it empties that folder first. */
const writtenBy = async (room: string): Promise<string> => {
  const folder = join(root, room)
  const { build } = await resolveConfig({ root: folder }, 'build')
  return resolve(folder, build.outDir)
}

test('[PKG1] the folder that is made stays when the screens are built anew, and the page says where it is', async () => {
  const [screens, made] = await Promise.all([writtenBy('client'), writtenBy('client/package')])
  expect(relative(screens, made)).toMatch(/^\.\./)
  expect(await readmeOf()).toContain(`\`${relative(root, made)}\``)
})
