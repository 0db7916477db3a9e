import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { lastLines, runCommand } from './command.mjs'
import { createRemedy } from './remedy.mjs'

const SOURCES = ['client', 'shared']
const NOT_SOURCES = new Set(['dist', 'node_modules'])

/**
 * Builds the screens unless `client/dist` was built from exactly these sources.
 * Throws a remedy with the end of the build's output when it fails.
 * @param {string} root
 * @param {import('./progress.mjs').Progress} progress
 */
export async function ensureScreens(root, progress) {
  const stampPath = join(root, 'client', 'dist', '.stamp')
  const wanted = await digestSources(root)
  const present = await readFile(stampPath, 'utf8').catch(() => undefined)
  if (present === wanted) return
  await progress.during('Building the screens', () => build(root))
  await writeFile(stampPath, wanted)
}

/** @param {string} root */
async function build(root) {
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  const command = /** @type {const} */ ([process.execPath, vite, 'build', 'client'])
  const { code, output, complaint } = await runCommand(command, { cwd: root })
  if (code === 0) return
  throw createRemedy(
    `The screens could not be built (vite build client):\n\n${lastLines(output + complaint, 25)}\n\n` +
      'If you changed nothing in client/ or shared/: rm -rf node_modules client/dist, then try again.',
  )
}

/** @param {string} root */
async function digestSources(root) {
  const hash = createHash('sha256')
  const folders = await Promise.all(SOURCES.map((folder) => listFiles(join(root, folder))))
  for (const path of [...folders.flat().toSorted(), join(root, 'package-lock.json')]) {
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
