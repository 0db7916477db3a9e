import { join } from 'node:path'
import { cacheFolder, libraryPathOf, withLibraries } from './cache.mjs'
import { lastLines, runCommand } from './command.mjs'
import { explainFetchFailure, fetchDebian, whyNoFetch } from './debian.mjs'
import { createRemedy } from './remedy.mjs'
import { chooseForSystem, findOnPath, isProgram } from './system.mjs'

const OLDEST = [6, 2]
const USUAL_FOLDERS = ['/opt/homebrew/bin', '/usr/local/bin', '/usr/bin']

/**
 * @typedef {object} RedisServer
 * @property {string} binary
 * @property {string} [libraryPath] the LD_LIBRARY_PATH that it needs
 * @property {string} version
 * @property {string[]} looked what was tried before, and why it would not do
 */

/** @typedef {{ called: string, binary: string | undefined, libraryPath?: string }} Candidate */

/**
 * @typedef {object} Surroundings
 * @property {NodeJS.ProcessEnv} env
 * @property {import('./progress.mjs').Progress} progress
 * @property {readonly string[]} [folders] where servers usually are, beside PATH
 */

/**
 * Finds a Redis or Valkey server, 6.2 or newer, on this machine, or fetches one for this user alone.
 * Throws a remedy when there is none to be had.
 * @param {Surroundings} surroundings
 * @returns {Promise<RedisServer>}
 */
export async function findRedisServer({ env, progress, folders = USUAL_FOLDERS }) {
  /** @type {string[]} */
  const looked = []
  for (const candidate of await candidates(env, folders)) {
    const found = await examine(candidate, looked)
    if (found) return found
  }
  const reason = await whyNoFetch(env)
  if (reason === undefined) {
    const fetched = await fetchServer({ env, progress }, looked)
    if (fetched) return fetched
  } else {
    looked.push(`fetch with apt-get: ${reason}`)
  }
  throw createRemedy(await remedyText(looked))
}

/** @param {NodeJS.ProcessEnv} env @param {readonly string[]} folders @returns {Promise<Candidate[]>} */
async function candidates(env, folders) {
  const wished = env['FEED_REDIS_SERVER']
  const fixed = []
  for (const folder of folders) {
    for (const name of ['redis-server', 'valkey-server']) fixed.push(join(folder, name))
  }
  return [
    ...(wished ? [{ called: `FEED_REDIS_SERVER=${wished}`, binary: wished }] : []),
    { called: 'redis-server', binary: await findOnPath('redis-server', env) },
    { called: 'valkey-server', binary: await findOnPath('valkey-server', env) },
    ...fixed.map((path) => ({ called: path, binary: path })),
    await inTree(cacheFolder('redis', env)),
  ]
}

/** @param {string} tree @returns {Promise<Candidate>} */
async function inTree(tree) {
  const binary = join(tree, 'usr/bin/redis-server')
  return { called: binary, binary, libraryPath: await libraryPathOf(tree) }
}

/**
 * @param {Candidate} candidate
 * @param {string[]} looked gets the reason when it will not do
 * @returns {Promise<RedisServer | undefined>}
 */
async function examine({ called, binary, libraryPath }, looked) {
  if (binary === undefined || !(await isProgram(binary))) {
    looked.push(`${called}: not found`)
    return undefined
  }
  const env = withLibraries(process.env, libraryPath)
  const { code, output, complaint } = await runCommand([binary, '--version'], {
    env,
    timeout: 10_000,
  })
  const version = /(?:Redis|Valkey) server v=([\d.]+)/.exec(output)?.[1]
  if (version === undefined) {
    looked.push(
      `${called}: ${code === 0 ? 'is no Redis or Valkey server' : lastLines(complaint, 1)}`,
    )
  } else if (isOlder(version)) {
    looked.push(`${called}: version ${version} is older than ${OLDEST.join('.')}`)
  } else {
    return { binary, version, looked, ...(libraryPath === undefined ? {} : { libraryPath }) }
  }
  return undefined
}

/** @param {string} version */
function isOlder(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor)
}

/**
 * @param {Surroundings} surroundings
 * @param {string[]} looked
 */
async function fetchServer({ env, progress }, looked) {
  const tree = cacheFolder('redis', env)
  try {
    await progress.during('Fetching a Redis server from the Debian archive (1 MB)', () =>
      fetchDebian(['redis-server'], tree),
    )
  } catch (error) {
    looked.push(`fetch with apt-get: ${explainFetchFailure(error)}`)
    return undefined
  }
  return examine({ ...(await inTree(tree)), called: 'the fetched redis-server' }, looked)
}

/** @param {string[]} looked */
async function remedyText(looked) {
  const install = await chooseForSystem({
    apt: 'sudo apt-get update && sudo apt-get install -y redis-server',
    dnf: 'sudo dnf install -y valkey',
    apk: 'sudo apk add valkey',
    pacman: 'sudo pacman -S valkey',
    brew: 'brew install redis',
    windows: 'run this inside WSL2 (wsl --install), where Redis is to be had',
  })
  return `This needs a Redis (or Valkey) server, version 6.2 or newer, and none was found.

Fix it one of these ways:
  1. ${install}
  2. point at a running one:   REDIS_URL=redis://127.0.0.1:6379 npm start
  3. point at a binary:        FEED_REDIS_SERVER=/path/to/redis-server npm start

Looked at:
${looked.map((line) => `  - ${line}`).join('\n')}

(There is no in-memory stand-in: the queue's Lua scripts and the event log's ordering need the real thing.)`
}
