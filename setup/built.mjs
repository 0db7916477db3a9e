import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { lastLines, runCommand } from './command.mjs'
import { createRemedy } from './remedy.mjs'

const NOT_SOURCES = new Set(['dist', 'node_modules'])

/** @typedef {{ name: string, words: readonly string[], dist: string, sources: readonly string[], config: string }} Build */

/** @type {Build} */
const SCREENS = {
  name: 'screens',
  words: ['build', 'client'],
  dist: 'client/dist',
  sources: ['client', 'shared'],
  config: 'client/vite.config.ts',
}

/** @type {Build} */
const PROGRAMS = {
  name: 'programs',
  words: ['build', '--config', 'programs.config.ts'],
  dist: 'dist',
  sources: ['server', 'worker', 'shared'],
  config: 'programs.config.ts',
}

/**
 * Builds the screens unless `client/dist` was built from exactly these sources.
 * Throws a remedy with the end of the build's output when it fails.
 * @param {string} root
 * @param {import('./progress.mjs').Progress} progress
 */
export const ensureScreens = (root, progress) => ensureBuilt(SCREENS, root, progress)

/**
 * The same for `dist`: server and worker, one file each, as they run in service.
 * @param {string} root
 * @param {import('./progress.mjs').Progress} progress
 */
export const ensurePrograms = (root, progress) => ensureBuilt(PROGRAMS, root, progress)

/** @param {Build} what @param {string} root @param {import('./progress.mjs').Progress} progress */
async function ensureBuilt(what, root, progress) {
  const stampPath = join(root, what.dist, '.stamp')
  const wanted = await digestSources(what, root)
  const present = await readFile(stampPath, 'utf8').catch(() => undefined)
  if (present === wanted) return
  await progress.during(`Building the ${what.name}`, () => build(what, root))
  await writeFile(stampPath, wanted)
}

/** @param {Build} what @param {string} root */
async function build({ name, words, dist, sources }, root) {
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  const { code, output, complaint } = await runCommand([process.execPath, vite, ...words], {
    cwd: root,
  })
  if (code === 0) return
  const rooms = sources.map((source) => `${source}/`)
  throw createRemedy(
    `The ${name} could not be built (vite ${words.join(' ')}):\n\n${lastLines(output + complaint, 25)}\n\n` +
      `If you changed nothing in ${rooms.slice(0, -1).join(', ')} or ${rooms.at(-1)}: rm -rf node_modules ${dist}, then try again.`,
  )
}

/** @param {Build} what @param {string} root */
async function digestSources({ sources, config }, root) {
  const hash = createHash('sha256')
  const folders = await Promise.all(sources.map((folder) => listFiles(join(root, folder))))
  const beside = [config, 'package-lock.json'].map((name) => join(root, name))
  for (const path of [...folders.flat().toSorted(), ...beside]) {
    const content = await readFile(path)
    hash.update(`${relative(root, path)} ${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/** @param {string} folder @returns {Promise<string[]>} */
async function listFiles(folder) {
  const found = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (NOT_SOURCES.has(entry.name)) continue
    if (entry.isDirectory()) found.push(...(await listFiles(path)))
    else if (entry.isFile()) found.push(path)
  }
  return found
}
