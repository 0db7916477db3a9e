import { randomBytes } from 'node:crypto'
import { readdir, rename, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * @typedef {object} Claim
 * @property {string | undefined} rival the process that has the folder, if this one did not get it
 * @property {() => Promise<void>} release
 */

/**
 * Claims a folder for this process, until it releases it or ends, however it ends.
 *
 * Each claimant listens on a socket of its own name before it looks for others, so of any two at least one sees
 * the other: an owner stays, and between claimants the lower name wins. A name is never used twice, so the socket
 * of a dead process can be removed at any time. (One shared name cannot do this: of several processes that find
 * it dead, a slow one takes away what a quick one has just put there.)
 * @param {string} folder
 * @returns {Promise<Claim>}
 */
export async function claimOwnership(folder) {
  const name = `owner-${process.pid}-${randomBytes(3).toString('hex')}.sock`
  let state = 'claims'
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end(`${state} ${process.pid}`)
  })
  const release = async () => {
    await rm(join(folder, name), { force: true })
    server.close()
  }
  await listen(server, folder, name)
  const rival = await findRival(folder, name)
  if (rival === undefined) state = 'owns'
  else await release()
  return { rival, release }
}

/**
 * Others see the name only when somebody listens behind it, and so never take it for dead.
 * @param {import('node:net').Server} server
 * @param {string} folder
 * @param {string} name
 */
async function listen(server, folder, name) {
  const hidden = join(folder, `.${name}`)
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(hidden, () => resolve(undefined))
  })
  server.unref()
  await rename(hidden, join(folder, name))
}

/**
 * @param {string} folder
 * @param {string} mine
 * @returns {Promise<string | undefined>}
 */
async function findRival(folder, mine) {
  for (;;) {
    let undecided = false
    for (const name of await readdir(folder)) {
      if (name === mine || !/^owner-.*\.sock$/.test(name)) continue
      const answer = await askPatiently(join(folder, name))
      if (answer === undefined) await rm(join(folder, name), { force: true })
      else if (answer.startsWith('claims ') && name > mine) undecided = true
      else return answer.split(' ')[1] ?? name.split('-')[1]
    }
    if (!undecided) return undefined
    await sleep(5)
  }
}

/**
 * Whether a connection failed because nobody listens, and not because somebody is too busy to answer.
 * @param {NodeJS.ErrnoException} error
 */
export function isNobodyThere({ code }) {
  return code === 'ECONNREFUSED' || code === 'ENOENT'
}

/**
 * What the process behind a socket says, nothing when it is stopped, undefined when it is dead.
 * One that says nothing may be dying, so it is asked again.
 * @param {string} path
 */
async function askPatiently(path) {
  for (let attempt = 1; attempt < 3; attempt += 1) {
    const answer = await ask(path)
    if (answer !== '') return answer
    await sleep(100)
  }
  return ask(path)
}

/**
 * @param {string} path
 * @returns {Promise<string | undefined>}
 */
function ask(path) {
  return new Promise((resolve) => {
    const socket = connect(path)
    let answer = ''
    socket.setEncoding('utf8').setTimeout(1000, () => socket.destroy())
    socket.on('data', (text) => (answer += text))
    socket.on('error', (error) => resolve(isNobodyThere(error) ? undefined : answer))
    socket.on('connect', () => socket.on('close', () => resolve(answer)))
  })
}
