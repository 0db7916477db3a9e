import { createHash } from 'node:crypto'
import { chmod, link, lstat, mkdir, realpath, rename, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { createRemedy } from './remedy.mjs'

/** The kernel's limit for the address of a socket is 104 bytes on macOS and 108 on Linux, and lock attempts add a few. */
const LONGEST_SOCKET_FOLDER = 75

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
  const sockets =
    Buffer.byteLength(dir) <= LONGEST_SOCKET_FOLDER ? dir : await temporaryFolderFor(dir)
  const ownerPath = join(sockets, 'owner.sock')
  const attemptPath = `${ownerPath}.${process.pid}`
  await removeStale(ownerPath, dir)
  const owner = await listen(attemptPath)
  try {
    // A link fails when the name is taken, so of two processes at once only one gets the folder.
    await link(attemptPath, ownerPath)
  } catch (error) {
    owner.close()
    const rival = await askOwner(ownerPath)
    throw rival === undefined ? error : inUse(dir, rival)
  } finally {
    await rm(attemptPath, { force: true })
  }
  const release = async () => {
    await rm(ownerPath, { force: true })
    owner.close()
  }
  return { dir, socketPath: join(sockets, 'redis.sock'), logPath: join(dir, 'redis.log'), release }
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
 * The name follows from the folder, so that a second process finds the lock of the first.
 * @param {string} dir
 */
async function temporaryFolderFor(dir) {
  const digest = createHash('sha256').update(dir).digest('hex').slice(0, 12)
  const folder = join(tmpdir(), `night-${userInfo().uid}-${digest}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const found = await lstat(folder)
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid())) {
    throw createRemedy(`${folder} belongs to somebody else. Give a shorter folder with DATA_DIR.`)
  }
  await chmod(folder, 0o700)
  return folder
}

/** @param {string} ownerPath @param {string} dir */
async function removeStale(ownerPath, dir) {
  const owner = await askOwner(ownerPath)
  if (owner !== undefined) throw inUse(dir, owner)
  const aside = `${ownerPath}.${process.pid}.old`
  const moved = await rename(ownerPath, aside).then(
    () => true,
    () => false,
  )
  if (!moved) return
  const quicker = await askOwner(aside)
  // Between asking and moving another process may have taken the folder: it gets its lock back.
  if (quicker !== undefined) await link(aside, ownerPath).catch(() => undefined)
  await rm(aside, { force: true })
  if (quicker !== undefined) throw inUse(dir, quicker)
}

/**
 * The process that listens there, '?' when it does not say, undefined when there is none.
 * @param {string} path
 * @returns {Promise<string | undefined>}
 */
function askOwner(path) {
  return new Promise((resolve) => {
    const socket = connect(path)
    let answer = ''
    socket.setEncoding('utf8').setTimeout(1000, () => socket.destroy())
    socket.on('data', (text) => (answer += text))
    socket.on('error', () => resolve(undefined))
    socket.on('connect', () => socket.on('close', () => resolve(answer.trim() || '?')))
  })
}

/** @param {string} path @returns {Promise<import('node:net').Server>} */
async function listen(path) {
  await rm(path, { force: true })
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end(`${process.pid}\n`)
  })
  await new Promise((resolve, reject) =>
    server.once('error', reject).listen(path, () => resolve(undefined)),
  )
  return server.unref()
}

/** @param {string} dir @param {string | undefined} owner */
function inUse(dir, owner) {
  return createRemedy(
    `${dir} is in use by process ${owner ?? '?'}. Stop it first, or give another folder with DATA_DIR.`,
  )
}
