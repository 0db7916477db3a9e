import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { ensurePrograms, ensureScreens } from './built.mjs'
import { root } from './data-folder.mjs'
import { ensurePackages } from './packages.mjs'
import { createProgress } from './progress.mjs'
import { findRedisServer } from './redis-server.mjs'
import { isRemedy, reportError } from './remedy.mjs'

const progress = createProgress()

try {
  await ensurePackages(root, progress)
  await ensureScreens(root, progress)
  await ensurePrograms(root, progress)
  const [redis, browser] = await Promise.all([redisVariables(), browserVariables()])
  process.exitCode = await runVitest({ ...process.env, ...redis, ...browser })
} catch (error) {
  reportError(error)
  process.exitCode = 1
}

/** What cannot be had is no reason to stop: the tests that need it fail by name, and the others run. */
async function redisVariables() {
  try {
    const { binary, libraryPath } = await findRedisServer({ env: process.env, progress })
    return { REDIS_SERVER_BINARY: binary, REDIS_SERVER_LIBRARY_PATH: libraryPath }
  } catch (error) {
    return { REDIS_MISSING: explain(error) }
  }
}

async function browserVariables() {
  try {
    const { executable, libraryPath, env } = await findBrowser({ env: process.env, progress })
    const variables = { BROWSER_EXECUTABLE: executable, BROWSER_LIBRARY_PATH: libraryPath }
    return { ...variables, BROWSER_ENV: env && JSON.stringify(env) }
  } catch (error) {
    return { BROWSER_MISSING: explain(error) }
  }
}

/** @param {unknown} error */
function explain(error) {
  if (!isRemedy(error)) throw error
  progress.say(error.message)
  return error.message
}

/** @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
function runVitest(env) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  // Ctrl-C at a terminal reaches vitest too, and a second one would make it leave its work lying about.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}
