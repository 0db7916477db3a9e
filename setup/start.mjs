import { join, resolve } from 'node:path'
import { root } from './data-folder.mjs'
import { ensurePackages } from './packages.mjs'
import { createProgress } from './progress.mjs'
import { findRedisServer } from './redis-server.mjs'
import { startRedis } from './redis.mjs'
import { reportError } from './remedy.mjs'
import { ensureScreens } from './built.mjs'

/** npm passes a Ctrl-C on that the terminal has sent to us already: that is one wish, not two. */
const SAME_WISH = 1000

/** @type {(() => Promise<void>)[]} */
const closers = []
/** @type {number | undefined} */
let askedToStopAt
const progress = createProgress()

watchSignals()
try {
  await start()
} catch (error) {
  // Asked to stop in the middle of starting, it fails since Redis goes: that is no news.
  if (askedToStopAt === undefined) {
    reportError(error)
    await closeAndExit(1)
  }
}

async function start() {
  const { env } = process
  env['DATA_DIR'] = resolve(root, env['DATA_DIR'] || 'var')
  await ensurePackages(root, progress)
  await ensureScreens(root, progress)
  if (env['REDIS_URL']) progress.say('Redis: the one that REDIS_URL names')
  else env['REDIS_URL'] = await startPrivateRedis(join(env['DATA_DIR'], 'redis'))
  const { register } = await import('tsx/esm/api')
  register()
  const { start: startProgram } = await import('../start.ts')
  const program = await startProgram(env)
  closers.push(() => program.close())
}

/** @param {string} dir */
async function startPrivateRedis(dir) {
  const found = await findRedisServer({ env: process.env, progress })
  for (const line of found.looked.filter(isWorthTelling)) progress.say(`Passed over ${line}`)
  const redis = await startRedis({ ...found, dir })
  closers.push(redis.close)
  progress.say(`Redis ${found.version} (${found.binary}), data in ${dir}`)
  return redis.url
}

/** @param {string} line */
function isWorthTelling(line) {
  return line.startsWith('FEED_REDIS_SERVER') || !line.endsWith(': not found')
}

function watchSignals() {
  const stop = () => {
    if (askedToStopAt === undefined) {
      askedToStopAt = Date.now()
      void closeAndExit(0)
    } else if (Date.now() - askedToStopAt > SAME_WISH) {
      process.exit(130)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
}

/** @param {number} code the exit code if all closes well */
async function closeAndExit(code) {
  try {
    for (const close of closers.splice(0).toReversed()) await close()
    process.exit(code)
  } catch (error) {
    reportError(error)
    process.exit(1)
  }
}
