import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { lastLines, runCommand } from './command.mjs'

const ABANDONED_AFTER = 3600_000

/**
 * Whether this system can fetch Debian packages without being root, and may; if not, why not.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>} the reason against it
 */
export async function whyNoFetch(env) {
  if (env['FEED_NO_FETCH'] === '1') return 'not allowed, FEED_NO_FETCH=1'
  if (process.platform !== 'linux') return 'only on Linux with apt-get'
  for (const program of ['apt-get', 'dpkg']) {
    const { code } = await runCommand([program, '--version'], { env })
    if (code !== 0) return `${program} not found`
  }
  return undefined
}

/**
 * Unpacks Debian packages, and what they need that this system lacks, into a folder of this user's.
 * Nothing is installed; apt checks the signatures. The folder appears whole or not at all.
 * @param {readonly string[]} packageNames
 * @param {string} into
 */
export async function fetchDebian(packageNames, into) {
  const before = await identity(into)
  await mkdir(dirname(into), { recursive: true, mode: 0o700 })
  await removeAbandoned(into)
  const work = await mkdtemp(`${into}.partial-`)
  try {
    const apt = await prepareApt(work)
    const versions = await resolveVersions(apt, packageNames)
    const tree = await unpack(apt, versions)
    await putInPlace(tree, into, before)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * What went wrong with a fetch, and what to do about it where that is known.
 * @param {unknown} error
 */
export function explainFetchFailure(error) {
  if (!(error instanceof Error)) return String(error)
  const { code } = /** @type {NodeJS.ErrnoException} */ (error)
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return `${error.message} (set XDG_CACHE_HOME to a folder that you can write to)`
  }
  return error.message
}

/**
 * @typedef {object} Apt
 * @property {string} work
 * @property {(...parameters: string[]) => Promise<import('./command.mjs').Outcome>} get
 * @property {string | undefined} updateFailure
 */

/** @param {string} work @returns {Promise<Apt>} */
async function prepareApt(work) {
  for (const folder of ['state/lists/partial', 'cache/archives/partial', 'archives', 'tree']) {
    await mkdir(join(work, folder), { recursive: true })
  }
  const configuration = join(work, 'apt.conf')
  await writeFile(configuration, aptConfiguration(work))
  const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' }
  const get = (/** @type {string[]} */ ...parameters) =>
    runCommand(['apt-get', '-c', configuration, ...parameters], {
      cwd: join(work, 'archives'),
      env,
    })
  // Without --error-on=any an unreachable archive exits 0, and the blame falls on the package.
  const update = await get('update', '--error-on=any')
  return { work, get, updateFailure: update.code === 0 ? undefined : firstError(update) }
}

/**
 * The hooks of this system's apt are cleared, since they act on the system; the user `_apt` cannot reach a home folder.
 * @param {string} work
 */
function aptConfiguration(work) {
  return [
    `Dir::State "${work}/state";`,
    `Dir::Cache "${work}/cache";`,
    'APT::Sandbox::User "root";',
    'Acquire::Languages "none";',
    'Acquire::Retries "2";',
    'Acquire::http::Timeout "20";',
    'Acquire::https::Timeout "20";',
    '#clear APT::Update::Pre-Invoke;',
    '#clear APT::Update::Post-Invoke;',
    '#clear APT::Update::Post-Invoke-Success;',
    '',
  ].join('\n')
}

/**
 * A third-party archive that is out of reach does not matter as long as the packages are found,
 * so the failure of the update is told only when they are not.
 * @param {Apt} apt
 * @param {readonly string[]} packageNames
 */
async function resolveVersions({ get, updateFailure }, packageNames) {
  const simulation = await get('install', '--simulate', '--no-install-recommends', ...packageNames)
  if (simulation.code !== 0) throw new Error(updateFailure ?? firstError(simulation))
  const installed = simulation.output.matchAll(/^Inst (\S+) (?:\[[^\]]*\] )?\((\S+)/gm)
  return [...installed].map(([, name, version]) => `${name}=${version}`)
}

/** @param {Apt} apt @param {string[]} versions */
async function unpack({ work, get, updateFailure }, versions) {
  const tree = join(work, 'tree')
  if (versions.length > 0) {
    const download = await get('download', ...versions)
    if (download.code !== 0) throw new Error(updateFailure ?? firstError(download))
  }
  const archives = await readdir(join(work, 'archives'))
  for (const archive of archives) {
    const extraction = await runCommand(['dpkg', '-x', join(work, 'archives', archive), tree])
    if (extraction.code !== 0) throw new Error(lastLines(extraction.complaint, 1))
  }
  await writeFile(join(tree, 'packages.txt'), `${versions.join('\n')}\n`)
  return tree
}

/**
 * When another process was quicker its tree stays, since its programs may be running from there.
 * @param {string} tree
 * @param {string} into
 * @param {string | undefined} before
 */
async function putInPlace(tree, into, before) {
  const now = await identity(into)
  if (now !== undefined && now === before) {
    const outdated = `${tree}.outdated`
    await rename(into, outdated).catch(() => undefined)
  }
  await rename(tree, into).catch((/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
}

/** @param {string} path */
async function identity(path) {
  const found = await stat(path).catch(() => undefined)
  return found && `${found.dev}:${found.ino}:${found.ctimeMs}`
}

/** @param {string} into */
async function removeAbandoned(into) {
  for (const name of await readdir(dirname(into))) {
    const path = join(dirname(into), name)
    if (!path.startsWith(`${into}.partial-`)) continue
    const found = await stat(path).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > ABANDONED_AFTER)
      await rm(path, { recursive: true, force: true })
  }
}

/** @param {import('./command.mjs').Outcome} outcome */
function firstError({ complaint, output }) {
  const lines = `${complaint}\n${output}`.split('\n')
  const error = lines.find((line) => line.startsWith('E: ')) ?? lastLines(complaint || output, 1)
  return error.replace(/^E: /, '')
}
