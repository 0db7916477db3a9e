import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lastLines, runCommand } from './command.mjs'
import { createRemedy } from './remedy.mjs'

const OLDEST_NODE = [20, 19]

/**
 * Installs the packages of package-lock.json unless exactly these are there already.
 * Throws a remedy when Node is too old or npm fails.
 * @param {string} root
 * @param {import('./progress.mjs').Progress} progress
 */
export async function ensurePackages(root, progress) {
  checkNode(process.versions.node)
  const stampPath = join(root, 'node_modules', '.results-night-stamp')
  const lock = await readFile(join(root, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).digest('hex')
  const present = await readFile(stampPath, 'utf8').catch(() => undefined)
  if (present === wanted) return
  await progress.during('Installing packages with npm ci', () => install(root))
  await writeFile(stampPath, wanted)
}

/** @param {string} version */
function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  throw createRemedy(
    `This needs Node ${OLDEST_NODE.join('.')} or newer, and this is Node ${version}.\n` +
      'Get the current long-term version from https://nodejs.org, or with: nvm install --lts',
  )
}

/** @param {string} root */
async function install(root) {
  // NODE_ENV=production would leave out what builds the screens.
  const parameters = ['ci', '--include=dev', '--no-audit', '--no-fund']
  const { code, output, complaint } = await runCommand([...npm(), ...parameters], { cwd: root })
  if (code === 127) {
    throw createRemedy(
      'npm was not found. It comes with Node: install Node from https://nodejs.org, then try again.',
    )
  }
  if (code !== 0) {
    throw createRemedy(
      `npm ci failed in ${root}:\n\n${lastLines(output + complaint)}\n\n` +
        'If it names the network or a proxy, mend that and try again: what is there already is kept.\n' +
        'If it says that package.json and package-lock.json differ, run `git status`, and `git checkout package-lock.json`.',
    )
  }
}

/**
 * The npm that runs us, else the one on PATH.
 * @returns {[string, ...string[]]}
 */
function npm() {
  const script = process.env['npm_execpath']
  return script?.endsWith('npm-cli.js') ? [process.execPath, script] : ['npm']
}
