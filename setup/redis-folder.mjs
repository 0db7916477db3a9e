import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, realpath, rmdir } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { claimOwnership } from './ownership.mjs'
import { createRemedy } from './remedy.mjs'

/** The kernel's limit for the address of a socket is 104 bytes on macOS and 108 on Linux, and the longest name takes some 25. */
const LONGEST_SOCKET_FOLDER = 75

const SOCKET = 'redis.sock'

/**
 * @typedef {object} ClaimedFolder
 * @property {string} dir
 * @property {string} socketPath
 * @property {string} logPath
 * @property {() => Promise<void>} release
 */

/**
 * Makes a data folder this process's own until it releases it or ends, however it ends.
 * Redis itself locks nothing: two servers in one folder would both answer, and each would lose what the other wrote.
 * Throws a remedy when another process has it.
 * @param {string} wanted
 * @returns {Promise<ClaimedFolder>}
 */
export async function claimFolder(wanted) {
  const dir = await makeFolder(wanted)
  const sockets = socketFolderOf(dir)
  if (sockets !== dir) await makeTemporaryFolder(sockets)
  const { rival, release } = await claimOwnership(sockets)
  if (rival !== undefined) {
    throw createRemedy(
      `${dir} is in use by process ${rival}. Stop it first, or give another folder with DATA_DIR.`,
    )
  }
  const leave = async () => {
    await release()
    if (sockets !== dir) await rmdir(sockets).catch(() => undefined)
  }
  return {
    dir,
    socketPath: join(sockets, SOCKET),
    logPath: join(dir, 'redis.log'),
    release: leave,
  }
}

/** @param {string} wanted */
async function makeFolder(wanted) {
  try {
    await mkdir(wanted, { recursive: true, mode: 0o700 })
    await chmod(wanted, 0o700)
    return await realpath(wanted)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw createRemedy(
      `${wanted} cannot hold the data (${reason}). Give another folder with DATA_DIR.`,
    )
  }
}

/**
 * Where the Redis of a data folder listens while it runs; undefined where there is no such folder.
 * @param {string} wanted
 */
export async function socketPathIn(wanted) {
  const dir = await realpath(wanted).catch(() => undefined)
  return dir && join(socketFolderOf(dir), SOCKET)
}

/**
 * The name follows from the folder, so that a second process finds the lock of the first.
 * @param {string} dir
 */
function socketFolderOf(dir) {
  if (Buffer.byteLength(dir) <= LONGEST_SOCKET_FOLDER) return dir
  const digest = createHash('sha256').update(dir).digest('hex').slice(0, 12)
  return join(tmpdir(), `night-${userInfo().uid}-${digest}`)
}

/** @param {string} folder */
async function makeTemporaryFolder(folder) {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const found = await lstat(folder)
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid())) {
    throw createRemedy(`${folder} belongs to somebody else. Give a shorter folder with DATA_DIR.`)
  }
  await chmod(folder, 0o700)
}
