import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { lastLines } from './command.mjs'
import { claimFolder } from './redis-folder.mjs'
import { spawnRedis, untilReady, untilSilent } from './redis-process.mjs'
import { createRemedy } from './remedy.mjs'

const ATTEMPTS = 5
const FIRST_PAUSE = 50
const LONGEST_PAUSE = 2000
const STEADY_AFTER = 10_000
const HARD_STOP = 15_000

/**
 * @typedef {object} PrivateRedis
 * @property {string} url `unix://…`
 * @property {string} socketPath
 * @property {() => number} restarts how often it had to be started again
 * @property {() => Promise<void>} close ends it in order and gives the folder back; idempotent
 */

/**
 * Starts a private Redis on a Unix socket with its data in `dir`, and starts it again whenever it ends by itself.
 * Resolves when it takes commands. Throws a remedy when the folder is taken or Redis will not start.
 * @param {import('./redis-process.mjs').RedisOptions & { dir: string }} options
 * @returns {Promise<PrivateRedis>}
 */
export async function startRedis(options) {
  const folder = await claimFolder(options.dir)
  /** @type {Supervision} */
  const supervision = {
    options,
    folder,
    server: undefined,
    closing: new AbortController(),
    spawned: 0,
  }
  try {
    await begin(supervision)
  } catch (error) {
    await folder.release()
    throw error
  }
  const supervising = supervise(supervision)
  /** @type {Promise<void> | undefined} */
  let closed
  return {
    url: pathToFileURL(folder.socketPath).href.replace(/^file:/, 'unix:'),
    socketPath: folder.socketPath,
    restarts: () => supervision.spawned - 1,
    close: () => (closed ??= end(supervision, supervising)),
  }
}

/**
 * @typedef {object} Supervision
 * @property {import('./redis-process.mjs').RedisOptions} options
 * @property {import('./redis-folder.mjs').ClaimedFolder} folder
 * @property {import('./redis-process.mjs').RedisProcess | undefined} server
 * @property {AbortController} closing
 * @property {number} spawned
 */

/**
 * What ran once is tried again for as long as anybody wants it: a full disk has room again some time.
 * @param {Supervision} supervision
 */
async function supervise(supervision) {
  const { folder, closing } = supervision
  let pause = FIRST_PAUSE
  let complaint = ''
  while (!closing.signal.aborted) {
    const since = Date.now()
    const how = await supervision.server?.ended
    if (closing.signal.aborted) return
    if (Date.now() - since > STEADY_AFTER) pause = FIRST_PAUSE
    if (how !== undefined)
      process.stderr.write(`Redis ${how}; it is started again (${folder.logPath})\n`)
    await sleep(pause, undefined, closing).catch(() => undefined)
    pause = Math.min(2 * pause, LONGEST_PAUSE)
    complaint = await beginAgain(supervision, complaint)
  }
}

/**
 * Gives the complaint when it did not start. It is said in full once; then one line is enough.
 * @param {Supervision} supervision
 * @param {string} before the complaint of the last time
 */
async function beginAgain(supervision, before) {
  try {
    await begin(supervision)
    return ''
  } catch (error) {
    const complaint = error instanceof Error ? error.message : String(error)
    const still = `Redis still does not start; it is tried again (${supervision.folder.logPath})`
    process.stderr.write(`${before === '' ? complaint : still}\n`)
    return complaint
  }
}

/** @param {Supervision} supervision */
async function begin(supervision) {
  const { options, folder, closing } = supervision
  let how = 'an earlier one is still running there and does not stop'
  for (let attempt = 0; attempt < ATTEMPTS && !closing.signal.aborted; attempt += 1) {
    supervision.server = undefined
    if (attempt > 0)
      await sleep(FIRST_PAUSE * 2 ** attempt, undefined, closing).catch(() => undefined)
    if (!(await untilSilent(folder.socketPath, HARD_STOP))) break
    const server = spawnRedis(options, folder)
    supervision.server = server
    supervision.spawned += 1
    if (closing.signal.aborted) server.stop()
    if (await untilReady(server, folder.socketPath)) return
    how = await server.ended
  }
  supervision.server = undefined
  if (!closing.signal.aborted) throw createRemedy(await cannotStart(folder, how))
}

/** @param {import('./redis-folder.mjs').ClaimedFolder} folder @param {string} how */
async function cannotStart({ dir, logPath }, how) {
  const log = await readFile(logPath, 'utf8').catch(() => '(no log)')
  return `Redis does not start in ${dir}: ${how}

The end of ${logPath}:
${lastLines(log, 12)}

What helps:
  - "No space left on device": make room on the disk, then start again.
  - "Bad file format": keep a copy of ${dir}, then run redis-check-aof --fix on the file that the log names.
  - to begin with an empty folder: DATA_DIR=/another/folder npm start`
}

/** @param {Supervision} supervision @param {Promise<void>} supervising */
async function end(supervision, supervising) {
  const { closing, folder } = supervision
  closing.abort()
  supervision.server?.stop()
  const timer = new AbortController()
  const late = sleep(HARD_STOP, true, timer).catch(() => false)
  const isLate = await Promise.race([late, supervising.then(() => false)])
  timer.abort()
  await folder.release()
  // Never SIGKILL: it may still be writing, and it ends by itself when that is done.
  if (isLate) process.stderr.write(`Redis is still finishing its work in ${folder.dir}.\n`)
}
